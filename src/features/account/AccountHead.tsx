import { Text, View } from '@tarojs/components';
import { toFullDate } from '../../../rules/date-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ACCOUNT_WORDS, DATA_WORDS, toFailedTitle, toSinceWords } from './account-words.ts';
import { copyCode } from './copy-code.ts';
import { FailureNotice } from './FailureNotice.tsx';
import type { AccountView } from './use-account.ts';
import './AccountHead.css';
import './Section.css';

function Who({ title, line }: { title: string; line?: string | undefined }) {
  return (
    <View className="who">
      <View className="who-mark" ariaHidden>
        <Icon name="person" />
      </View>
      <View className="who-words">
        <View className="who-title" ariaRole="heading" ariaLevel={1}>
          {title}
        </View>
        {line && <Text className="account-advice">{line}</Text>}
      </View>
    </View>
  );
}

function Asked({ view }: { view: AccountView }) {
  const { account, failure, refreshFailure } = view;
  if (account) {
    return (
      <>
        <Who
          title={ACCOUNT_WORDS.signedIn}
          line={toSinceWords(toFullDate(account.since).slice(0, 10))}
        />
        {refreshFailure && (
          <Text className="account-advice who-notice" ariaRole="alert">
            {refreshFailure}
          </Text>
        )}
        <View className="who-code">
          <Text className="account-text" userSelect>
            {`${ACCOUNT_WORDS.code} ${account.code}`}
          </Text>
          <Button
            label={ACCOUNT_WORDS.copyCode}
            look="quiet"
            onPress={() => void copyCode(account.code)}
          />
        </View>
        <Text className="account-advice">{ACCOUNT_WORDS.codeUse}</Text>
      </>
    );
  }
  if (failure) {
    const title = toFailedTitle(ACCOUNT_WORDS.notLoaded, failure);
    return <FailureNotice {...failure} title={title} retry={() => void view.refresh()} />;
  }
  return <Who title={ACCOUNT_WORDS.loading} />;
}

/** What is said to a reader who is not logged in, and how the way to it is called. */
const OUTSIDE_WORDS = {
  unused: [ACCOUNT_WORDS.neverUsed, ACCOUNT_WORDS.neverUsedAdvice, ACCOUNT_WORDS.viewMine],
  alone: [ACCOUNT_WORDS.alone, ACCOUNT_WORDS.aloneAdvice, ACCOUNT_WORDS.viewMine],
  'signed-out': [ACCOUNT_WORDS.signedOut, ACCOUNT_WORDS.signedOutAdvice, ACCOUNT_WORDS.signIn],
  ended: [ACCOUNT_WORDS.ended, ACCOUNT_WORDS.endedAdvice, ACCOUNT_WORDS.signIn],
  erased: [DATA_WORDS.erased, DATA_WORDS.erasedAdvice, ACCOUNT_WORDS.signIn],
} as const;

/** Whether the reader is logged in, and as whom; else the way to it. */
export function AccountHead({ view }: { view: AccountView }) {
  if (view.state === 'asked') {
    return (
      <View className="account-head">
        <Asked view={view} />
      </View>
    );
  }
  const [title, advice, action] = OUTSIDE_WORDS[view.state];
  return (
    <View className="account-head">
      <Who title={title} />
      <Text className="account-text who-advice" ariaLive="polite">
        {advice}
      </Text>
      <View className="account-action">
        <Button label={action} look="quiet" onPress={view.signIn} />
      </View>
    </View>
  );
}
