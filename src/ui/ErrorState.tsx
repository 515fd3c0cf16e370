import { Text, View } from '@tarojs/components';
import { Button } from './Button.tsx';
import { Flower } from './Flower.tsx';
import './Message.css';

interface ErrorStateProps {
  title: string;
  advice: string;
  /** Shown small, for the reader to quote. */
  reference?: string | undefined;
  actionLabel: string;
  onAction: () => void;
}

/** In the place of what could not be shown: what happened, what to do, and the way to do it. */
export function ErrorState({ title, advice, reference, actionLabel, onAction }: ErrorStateProps) {
  return (
    <View className="message" ariaRole="alert" ariaLive="polite">
      <Flower className="message-mark" look="faded" />
      <Text className="message-title">{title}</Text>
      <Text className="message-advice">{advice}</Text>
      <Button label={actionLabel} onPress={onAction} />
      {reference && <Text className="message-reference" userSelect>{`错误编号 ${reference}`}</Text>}
    </View>
  );
}
