/**
 * Which articles readers may find, as a condition on the row `articles`: what is published and not planned for later. The one
 * place that says it for search and feeds; `articles.ts` asks the same with the clock that it is given.
 */
export const IS_READABLE =
  "articles.state = 'published' AND (articles.visible_at IS NULL OR articles.visible_at <= now())";
