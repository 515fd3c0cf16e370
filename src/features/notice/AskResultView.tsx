import { View } from '@tarojs/components';
import { pointsToProgram } from '../../platform/single-page.ts';
import { openSettings } from '../../platform/subscribe.ts';
import { Button } from '../../ui/Button.tsx';
import type { AskResult } from './ask-result.ts';
import { NOTICE_WORDS } from './notice-words.ts';
import './AskResultView.css';

interface AskResultViewProps {
  result: AskResult | undefined;
  /** WeChat's settings were open and are closed. */
  onSettingsClosed: () => void;
}

/** Sentences that are read out when they change, and the way into WeChat's settings where it leads on. */
export function AskResultView({ result, onSettingsClosed }: AskResultViewProps) {
  const open = () => {
    // In the tap itself, as WeChat asks for.
    if (!pointsToProgram()) void openSettings().then(onSettingsClosed);
  };
  return (
    <View ariaLive="polite">
      {result?.sentences.map((sentence) => (
        <View key={sentence} className="ask-result">
          {sentence}
        </View>
      ))}
      {result?.needsSettings && (
        <View className="ask-settings">
          <Button label={NOTICE_WORDS.openSettings} look="quiet" onPress={open} />
        </View>
      )}
    </View>
  );
}
