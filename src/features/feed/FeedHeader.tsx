import { Text, View } from '@tarojs/components';
import { Flower } from '../../ui/Flower.tsx';
import { FEED_WORDS } from './feed-words.ts';
import './FeedHeader.css';

/** Whose pages these are. */
export function FeedHeader() {
  return (
    <View className="feed-header">
      <Flower className="feed-mark" look="full" />
      <View>
        <View className="feed-brand" ariaRole="heading" ariaLevel={1}>
          {FEED_WORDS.brand}
        </View>
        <Text className="feed-motto">{FEED_WORDS.motto}</Text>
      </View>
    </View>
  );
}
