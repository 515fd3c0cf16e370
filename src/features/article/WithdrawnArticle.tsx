import { View } from '@tarojs/components';
import type { Article } from '../../../types/article.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ARTICLE_WORDS, toWithdrawalLine } from './article-words.ts';
import './ArticleHead.css';

interface WithdrawnArticleProps {
  article: Pick<Article, 'title' | 'withdrawal'>;
  goHome: () => void;
}

/** In the place of an article that was withdrawn: which one, why and when, and a way on. */
export function WithdrawnArticle({ article, goHome }: WithdrawnArticleProps) {
  return (
    <>
      <View className="article-head">
        <View className="article-title" ariaRole="heading" ariaLevel={1}>
          {article.title}
        </View>
      </View>
      <EmptyState
        title={ARTICLE_WORDS.withdrawn}
        advice={toWithdrawalLine(article)}
        actionLabel={ARTICLE_WORDS.home}
        onAction={goHome}
      />
    </>
  );
}
