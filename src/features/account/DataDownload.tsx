import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DATA_WORDS } from './account-words.ts';
import { type Download, downloadData } from './download-data.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { copyOwnText, sendOwnFile } from './keep-data.ts';
import './Section.css';

/** What was downloaded, and how to keep it: WeChat sends a file only in a tap that is for that alone. */
function Downloaded({ download }: { download: Exclude<Download, { kind: 'failed' }> }) {
  const [said, setSaid] = useState<string>();
  const canSend = download.kind === 'ready';
  const hasFailedToSend = said === DATA_WORDS.notSent;
  return (
    <View>
      <Text className="account-text" ariaLive="polite">
        {said ?? (canSend ? DATA_WORDS.ready : download.why)}
      </Text>
      {canSend && (
        <View className="account-action">
          <Button label={DATA_WORDS.send} onPress={() => void sendOwnFile(setSaid)} />
        </View>
      )}
      {(!canSend || hasFailedToSend) && (
        <View className="account-action">
          <Button
            label={DATA_WORDS.copyAll}
            look="quiet"
            onPress={() => void copyOwnText(download.text)}
          />
        </View>
      )}
    </View>
  );
}

/** 下载我的数据: first the file, then the chat that it is sent to. */
export function DataDownload() {
  const [isLoading, setLoading] = useState(false);
  const [download, setDownload] = useState<Download>();
  const start = async () => {
    if (isLoading) return;
    setLoading(true);
    setDownload(await downloadData());
    setLoading(false);
  };
  return (
    <View className="account-row">
      {isLoading && (
        <Text className="account-text" ariaLive="polite">
          {DATA_WORDS.downloading}
        </Text>
      )}
      {!isLoading && download === undefined && (
        <>
          <Text className="account-text">{DATA_WORDS.downloadAdvice}</Text>
          <View className="account-action">
            <Button label={DATA_WORDS.download} look="quiet" onPress={() => void start()} />
          </View>
        </>
      )}
      {!isLoading && download?.kind === 'failed' && (
        <FailureNotice {...download.failure} retry={() => void start()} />
      )}
      {!isLoading && download !== undefined && download.kind !== 'failed' && (
        <Downloaded download={download} />
      )}
    </View>
  );
}
