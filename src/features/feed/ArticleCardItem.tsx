import { Image, Text, View } from '@tarojs/components';
import { toFittingMediaUrl, toPlaceholderStyle } from '../../platform/fitting-url.ts';
import { openArticle } from '../../platform/navigation.ts';
import { toMark, toMetaLine } from './feed-words.ts';
import type { FeedCard } from './pinned-first.ts';
import './ArticleCardItem.css';

interface ArticleCardItemProps {
  card: FeedCard;
  now: number;
  /** The picture above the title and larger: for the one that leads a feed. */
  isLead?: boolean;
  /** True while other pictures come first: its place is kept. */
  coverWaits?: boolean;
  /** The picture is there, or will never be. */
  onCoverSettled?: () => void;
}

/** As in the style sheet. */
const PLACE = { width: 112, height: 84 } as const;
const LEAD_PLACE = { width: 'text', height: 188 } as const;

/** An article in a list. Compiled to a template of its own: twenty of them are the first thing that a reader waits for. */
export function ArticleCardItem(props: ArticleCardItemProps) {
  const { card, now, isLead, coverWaits, onCoverSettled = () => {} } = props;
  const cover = card.cover;
  const mark = toMark(card);
  const look = isLead && cover ? 'card card-lead' : 'card';
  return (
    <View
      compileMode
      className={look}
      hoverClass="pressed"
      ariaRole="link"
      onClick={() => openArticle(card.id)}
    >
      <View className="card-words">
        {mark && <Text className="card-mark">{mark}</Text>}
        <Text className="card-title">{card.title}</Text>
        <Text className="card-meta">{toMetaLine(card.source, card.publishedAt, now)}</Text>
      </View>
      {cover && (
        <Image
          className="card-cover"
          style={toPlaceholderStyle(cover.placeholder)}
          src={coverWaits ? '' : toFittingMediaUrl(cover, isLead ? LEAD_PLACE : PLACE)}
          mode="aspectFill"
          lazyLoad
          webp
          ariaRole="img"
          ariaLabel={cover.alt}
          onLoad={onCoverSettled}
          onError={onCoverSettled}
        />
      )}
    </View>
  );
}
