import { Text, View } from '@tarojs/components';
import { Button } from '../../ui/Button.tsx';
import { callHotline } from './call-hotline.ts';
import { FeedbackButton } from './FeedbackButton.tsx';
import { PRIVACY_ANSWERS, PRIVACY_WORDS } from './privacy-words.ts';
import { Section } from './Section.tsx';
import './Section.css';

/** 隐私说明, and where to complain or to find help. */
export function PrivacyGuide() {
  return (
    <Section title={PRIVACY_WORDS.title}>
      <View className="account-row">
        <View className="account-strong" ariaRole="heading" ariaLevel={3}>
          {PRIVACY_WORDS.guide}
        </View>
        {PRIVACY_ANSWERS.map(({ question, answer }) => (
          <View key={question} className="account-answer">
            <Text className="account-question">{question}</Text>
            <Text className="account-text">{answer}</Text>
          </View>
        ))}
      </View>
      <View className="account-row">
        <Text className="account-text">{PRIVACY_WORDS.feedbackAdvice}</Text>
        <View className="account-action">
          <FeedbackButton />
        </View>
      </View>
      <View className="account-row">
        <Text className="account-strong">{PRIVACY_WORDS.hotline}</Text>
        <Text className="account-text">{PRIVACY_WORDS.hotlineAdvice}</Text>
        <View className="account-action">
          <Button label={PRIVACY_WORDS.call} look="quiet" onPress={() => void callHotline()} />
        </View>
      </View>
    </Section>
  );
}
