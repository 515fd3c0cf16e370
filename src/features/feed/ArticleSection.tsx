import { View } from '@tarojs/components';
import { memo } from 'react';
import type { ArticleCard } from '../../../types/article-card.ts';
import { ArticleCardItem } from './ArticleCardItem.tsx';

interface ArticleSectionProps {
  cards: readonly ArticleCard[];
  now: number;
  /** The first card leads, where it has a picture. */
  hasLead: boolean;
}

/** One page of a feed. Drawn once: further pages don't touch it. */
export const ArticleSection = memo(function ArticleSection(props: ArticleSectionProps) {
  return (
    <View>
      {props.cards.map((card, index) => (
        <ArticleCardItem
          key={card.id}
          card={card}
          now={props.now}
          isLead={props.hasLead && index === 0}
        />
      ))}
    </View>
  );
});
