import type { ArticleContent, ContentField } from './article-content.ts';
import type { ArticleState } from './article-state.ts';
import type { SaveOutcome } from './drafts.ts';

/** An article that may be the same as another one. */
export interface PossibleDuplicate {
  id: string;
  title: string;
}

/** What saving an article did, and what an editor may want to know of it. */
export interface SaveArticleOutcome extends SaveOutcome {
  /** The article's title where an editor has given it another one than the draft's. */
  title?: string;
  /** Where readers don't see it. */
  hidden?: Exclude<ArticleState, 'published' | 'expired'>;
  /** Parts where the site says something else than an editor, whose words stay. */
  kept?: { field: ContentField; site: ArticleContent[ContentField] }[];
  /** True where a draft that lacks pages would have changed a known article, which stays as it is. */
  withheld?: true;
  /** Articles of nearly the same words that a new one may repeat under another title. */
  duplicates?: PossibleDuplicate[];
}
