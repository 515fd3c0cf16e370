import { View } from '@tarojs/components';
import { memo } from 'react';
import { ArticleCardItem } from './ArticleCardItem.tsx';
import { toLeadIndex } from './lead-index.ts';
import type { FeedCard } from './pinned-first.ts';
import { useCoverTurns } from './use-cover-turns.ts';

interface ArticleSectionProps {
  cards: readonly FeedCard[];
  now: number;
  /** One of its first cards leads, where one has a picture. */
  hasLead: boolean;
  /** Its place among the pages of the feed, from 0. */
  page: number;
  /** False while pictures of the pages above are still to come. */
  coversMayBegin: boolean;
  /** Told its page when all its pictures have come, or failed. */
  onCoversSettled: (page: number) => void;
}

/** One page of a feed. Drawn once: further pages don't touch it. */
export const ArticleSection = memo(function ArticleSection(props: ArticleSectionProps) {
  const leadIndex = props.hasLead ? toLeadIndex(props.cards) : -1;
  const turns = useCoverTurns({
    cards: props.cards,
    page: props.page,
    mayBegin: props.coversMayBegin,
    onSettled: props.onCoversSettled,
  });
  return (
    <View>
      {props.cards.map((card, index) => (
        <ArticleCardItem
          key={card.id}
          card={card}
          now={props.now}
          isLead={index === leadIndex}
          coverWaits={index >= turns.end}
          onCoverSettled={() => turns.settle(index)}
        />
      ))}
    </View>
  );
});
