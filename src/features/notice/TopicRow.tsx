import { Text, View } from '@tarojs/components';
import { Button } from '../../ui/Button.tsx';
import { AskResultView } from './AskResultView.tsx';
import type { AskResult } from './ask-result.ts';
import { NOTICE_WORDS } from './notice-words.ts';
import './TopicRow.css';

/** What of a row changes with a tap. */
export interface RowState {
  result: AskResult | undefined;
  /** It was allowed, and the endpoint doesn't know it yet. */
  isPending: boolean;
}

interface TopicRowProps extends RowState {
  name: string;
  /** How it stands with it: 还能收 2 条. */
  line: string;
  /** On the button; without it there is nothing to ask for. */
  label: string | undefined;
  onAsk: () => void;
  /** 不再接收, for one that was asked for. */
  onStop?: () => void;
  onSettingsClosed: () => void;
}

/** One topic on 通知: how it stands with it, and what can be done. */
export function TopicRow(props: TopicRowProps) {
  const { name, label } = props;
  return (
    <View className="topic">
      <View className="topic-row">
        <View className="topic-words">
          <View className="topic-name">{name}</View>
          <Text className="topic-line">
            {props.isPending ? NOTICE_WORDS.registering : props.line}
          </Text>
        </View>
        {label !== undefined && (
          <Button label={label} name={`${label}：${name}`} look="quiet" onPress={props.onAsk} />
        )}
      </View>
      <AskResultView result={props.result} onSettingsClosed={props.onSettingsClosed} />
      {props.onStop && (
        <View
          className="topic-stop"
          hoverClass="pressed"
          ariaRole="button"
          ariaLabel={`${NOTICE_WORDS.stop}：${name}`}
          onClick={props.onStop}
        >
          {NOTICE_WORDS.stop}
        </View>
      )}
    </View>
  );
}
