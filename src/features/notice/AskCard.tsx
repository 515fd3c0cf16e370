import { Text, View } from '@tarojs/components';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { AskResultView } from './AskResultView.tsx';
import type { AskResult } from './ask-result.ts';
import './AskCard.css';

interface AskCardProps {
  /** What it is for, in this place: 订阅「新活动」. */
  words: string;
  /** What a tap means. */
  note: string;
  /** The words have a line to themselves: for those that are long. */
  isWide?: boolean;
  /** On the button; without it there is nothing left to ask for. */
  label: string | undefined;
  onAsk: () => void;
  result: AskResult | undefined;
  onSettingsClosed: () => void;
}

/** A button that asks for the next notice, what a tap means, and what came of it. */
export function AskCard(props: AskCardProps) {
  return (
    <View className="ask">
      <View className={props.isWide ? 'ask-row ask-row-wide' : 'ask-row'}>
        <Icon name="bell" />
        <View className="ask-words">
          <View className="ask-title">{props.words}</View>
          <Text className="ask-note">{props.note}</Text>
        </View>
        {props.label !== undefined && (
          <Button label={props.label} look="quiet" onPress={props.onAsk} />
        )}
      </View>
      <AskResultView result={props.result} onSettingsClosed={props.onSettingsClosed} />
    </View>
  );
}
