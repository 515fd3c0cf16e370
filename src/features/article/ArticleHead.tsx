import { Text, View } from '@tarojs/components';
import { toAgeLabel } from '../../../rules/age-label.ts';
import { toFullDate } from '../../../rules/date-words.ts';
import type { Article } from '../../../types/article.ts';
import { Tag } from '../../ui/Tag.tsx';
import { ARTICLE_WORDS } from './article-words.ts';
import './ArticleHead.css';

interface ArticleHeadProps {
  article: Pick<Article, 'title' | 'source' | 'publishedAt' | 'channel'>;
  now: number;
}

/** Title, 文章出处, 发布时间 and 栏目; above an old article, how old it is. */
export function ArticleHead({ article, now }: ArticleHeadProps) {
  const age = toAgeLabel(article.publishedAt, now);
  return (
    <View className="article-head">
      <Tag words={article.channel.name} tone="primary" />
      <View className="article-title" ariaRole="heading">
        {article.title}
      </View>
      <View className="article-facts">
        {article.source && <Text>{`${ARTICLE_WORDS.source}：${article.source}`}</Text>}
        <Text>{`${ARTICLE_WORDS.publishedAt}：${toFullDate(article.publishedAt)}`}</Text>
      </View>
      {age && <Text className="article-age">{age}</Text>}
    </View>
  );
}
