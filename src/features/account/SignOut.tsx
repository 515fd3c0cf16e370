import { Text, View } from '@tarojs/components';
import { confirmStep, explain } from '../../platform/dialog.ts';
import { onceAtATime } from '../../platform/once-at-a-time.ts';
import { signOut } from '../../platform/session.ts';
import { Button } from '../../ui/Button.tsx';
import { ACCOUNT_WORDS, DATA_WORDS } from './account-words.ts';
import { removeOwnFile } from './own-file.ts';
import './Section.css';

/** Asks once, then leaves. */
const leave = onceAtATime(async (beforeSignedOut: () => void) => {
  const { signOutTitle, signOutQuestion, signOutConfirm } = DATA_WORDS;
  if (!(await confirmStep(signOutTitle, signOutQuestion, signOutConfirm))) return;
  beforeSignedOut();
  const [isFileGone] = await Promise.all([removeOwnFile(), signOut()]);
  if (!isFileGone) explain(ACCOUNT_WORDS.signedOut, DATA_WORDS.fileKept);
});

/** 退出登录, and what it does not do. */
export function SignOut({ beforeSignedOut }: { beforeSignedOut: () => void }) {
  return (
    <View className="account-row">
      <Text className="account-text">{DATA_WORDS.signOutAdvice}</Text>
      <View className="account-action">
        <Button
          label={DATA_WORDS.signOut}
          look="quiet"
          onPress={() => void leave(beforeSignedOut)}
        />
      </View>
    </View>
  );
}
