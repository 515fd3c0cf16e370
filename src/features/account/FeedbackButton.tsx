import { View, Button as WeChatButton } from '@tarojs/components';
import { isSinglePage, pointsToProgram } from '../../platform/single-page.ts';
import { Button } from '../../ui/Button.tsx';
import { PRIVACY_WORDS } from './privacy-words.ts';
import './FeedbackButton.css';

/**
 * The way to WeChat's own page for feedback and complaints. Only WeChat's button opens it; in the timeline's single-page mode
 * that one is dead (docs/wechat.md, Sharing).
 */
export function FeedbackButton() {
  const { feedback } = PRIVACY_WORDS;
  if (isSinglePage()) {
    return <Button label={feedback} look="quiet" onPress={() => void pointsToProgram()} />;
  }
  return (
    <WeChatButton
      className="feedback-button"
      openType="feedback"
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={feedback}
    >
      <View className="button button-quiet">{feedback}</View>
    </WeChatButton>
  );
}
