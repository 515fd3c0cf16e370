/** What an article is found by; made from the article, so a backup leaves it out. The tsvectors are read in SQL alone. */
export interface ArticleSearchTable {
  article_id: string;
  channel_id: string;
  sort_at: Date;
  title_words: string;
  words: string;
  /** The plain text of the body, as an excerpt shows it. */
  body: string;
  /** Which dictionary and rules it was made with: `search-version.ts`. */
  version: string;
}
