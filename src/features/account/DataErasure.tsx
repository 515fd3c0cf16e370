import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { FailureWords } from '../../platform/failure-words.ts';
import { Button } from '../../ui/Button.tsx';
import { DATA_WORDS } from './account-words.ts';
import { confirmErasing, eraseData } from './erase-data.ts';
import { FailureNotice } from './FailureNotice.tsx';
import './Section.css';

/** 删除我的全部数据: says what goes, asks once more, then does it. */
export function DataErasure({ beforeSignedOut }: { beforeSignedOut: () => void }) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureWords>();
  const start = async () => {
    if (isBusy || !(await confirmErasing())) return;
    setBusy(true);
    setFailure(await eraseData(beforeSignedOut));
    setBusy(false);
  };
  return (
    <View className="account-row">
      <Text className="account-text" ariaLive="polite">
        {isBusy ? DATA_WORDS.erasing : DATA_WORDS.eraseAdvice}
      </Text>
      {!isBusy && failure && <FailureNotice {...failure} retry={() => void start()} />}
      {!isBusy && !failure && (
        <View className="account-action">
          <Button label={DATA_WORDS.erase} look="danger" onPress={() => void start()} />
        </View>
      )}
    </View>
  );
}
