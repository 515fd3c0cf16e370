import { Text, View } from '@tarojs/components';
import { toAgeLabel } from '../../../rules/age-label.ts';
import { toFullDate } from '../../../rules/date-words.ts';
import type { Article } from '../../../types/article.ts';
import { Tag } from '../../ui/Tag.tsx';
import { ARTICLE_WORDS, toExpiredLine } from './article-words.ts';
import './ArticleHead.css';

interface ArticleHeadProps {
  article: Pick<Article, 'title' | 'source' | 'publishedAt' | 'channel' | 'state' | 'expiresAt'>;
  now: number;
}

/** Title, 文章出处, 发布时间 and 栏目, each where it is known; that it is over; above an old article, how old it is. */
export function ArticleHead({ article, now }: ArticleHeadProps) {
  const { title, source, publishedAt, channel } = article;
  const age = toAgeLabel(publishedAt, now);
  const over = toExpiredLine(article);
  return (
    <View className="article-head">
      {over && <Text className="article-age article-over">{over}</Text>}
      {channel.name && <Tag words={channel.name} tone="primary" />}
      {title && (
        <View className="article-title" ariaRole="heading" ariaLevel={1}>
          {title}
        </View>
      )}
      {(source || publishedAt) && (
        <View className="article-facts">
          {source && <Text>{`${ARTICLE_WORDS.source}：${source}`}</Text>}
          {publishedAt && <Text>{`${ARTICLE_WORDS.publishedAt}：${toFullDate(publishedAt)}`}</Text>}
        </View>
      )}
      {age && <Text className="article-age">{age}</Text>}
    </View>
  );
}
