import { ScrollView, View } from '@tarojs/components';
import type { Channel } from '../../../types/channel.ts';
import { FEED_WORDS } from './feed-words.ts';
import './ChannelBar.css';

interface ChannelBarProps {
  channels: readonly Channel[];
  /** Undefined is 全部. */
  selected: string | undefined;
  onSelect: (channelId: string | undefined) => void;
}

const toChipId = (channelId: string | undefined): string => `channel-${channelId ?? 'all'}`;

/** 栏目, to be pushed sideways; stays at the top while the feed moves under it. */
export function ChannelBar({ channels, selected, onSelect }: ChannelBarProps) {
  // The chip before the chosen one comes to the left edge, so that both neighbours can be seen.
  const before = channels.findIndex(({ id }) => id === selected) - 1;
  const toChip = (id: string | undefined, name: string) => (
    <View
      key={id ?? ''}
      id={toChipId(id)}
      className={id === selected ? 'channel channel-selected' : 'channel'}
      ariaRole="tab"
      ariaSelected={id === selected}
      onClick={() => onSelect(id)}
    >
      {name}
    </View>
  );
  return (
    <ScrollView
      className="channel-bar"
      scrollX
      enhanced
      showScrollbar={false}
      scrollWithAnimation
      scrollIntoView={toChipId(channels[before]?.id)}
      ariaRole="tablist"
      ariaLabel={FEED_WORDS.channels}
    >
      {toChip(undefined, FEED_WORDS.all)}
      {channels.map(({ id, name }) => toChip(id, name))}
    </ScrollView>
  );
}
