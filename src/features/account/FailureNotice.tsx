import { Text, View } from '@tarojs/components';
import { Button } from '../../ui/Button.tsx';
import { ACCOUNT_WORDS } from './account-words.ts';
import './FailureNotice.css';

interface FailureNoticeProps {
  title: string;
  advice: string;
  canRetry: boolean;
  /** Shown small, for the reader to quote. */
  reference?: string | undefined;
  retry: () => void;
}

/** Where something that the reader asked for has failed: what happened, what to do, and the way to do it. */
export function FailureNotice({ title, advice, canRetry, reference, retry }: FailureNoticeProps) {
  return (
    <View className="failure-notice" ariaRole="alert" ariaLive="polite">
      <Text className="failure-notice-title">{title}</Text>
      <Text className="failure-notice-advice">{advice}</Text>
      {reference && (
        <Text className="failure-notice-advice" userSelect>{`错误编号 ${reference}`}</Text>
      )}
      {canRetry && <Button label={ACCOUNT_WORDS.retry} onPress={retry} />}
    </View>
  );
}
