import { View } from '@tarojs/components';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { ArticleCardItem } from './ArticleCardItem.tsx';
import { FEED_WORDS } from './feed-words.ts';
import { useFeed } from './use-feed.ts';

const SHOWN = 3;

/** The first articles of a channel, to read on where there is nothing else; nothing where they can't be fetched. */
export function NewestArticles({ channelId, now }: { channelId: string; now: number }) {
  const cards = useFeed(channelId).pages[0]?.slice(0, SHOWN) ?? [];
  if (cards.length === 0) return null;
  return (
    <View>
      <SectionTitle words={FEED_WORDS.newest} />
      {cards.map((card) => (
        <ArticleCardItem key={card.id} card={card} now={now} />
      ))}
    </View>
  );
}
