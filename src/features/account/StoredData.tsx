import { Text, View } from '@tarojs/components';
import type { Account } from '../../../types/account.ts';
import { ACCOUNT_WORDS, toStoredSentences } from './account-words.ts';
import { Section } from './Section.tsx';
import './Section.css';

/** What is stored about the reader: in numbers, and of which kinds. */
export function StoredData({ account }: { account: Account }) {
  return (
    <Section title={ACCOUNT_WORDS.stored}>
      <View className="account-row">
        {toStoredSentences(account).map((sentence) => (
          <Text key={sentence} className="account-text">
            {sentence}
          </Text>
        ))}
      </View>
      <View className="account-row">
        <Text className="account-advice">{ACCOUNT_WORDS.storedParts}</Text>
        <Text className="account-advice">{ACCOUNT_WORDS.notStored}</Text>
      </View>
    </Section>
  );
}
