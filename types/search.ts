import { type Static, Type } from 'typebox';
import { ArticleCard } from './article-card.ts';

/** A piece of a text; `hit` where it is what was looked for. The pieces together are the text. */
export const TextPart = Type.Object({ text: Type.String(), hit: Type.Boolean() });
export type TextPart = Static<typeof TextPart>;

const SearchResult = Type.Object({
  article: ArticleCard,
  /** The title of the card in pieces. */
  title: Type.Array(TextPart),
  /** Some words of the body around the first hit, its lines joined; the beginning when only the title has one. */
  excerpt: Type.Array(TextPart),
});
export type SearchResult = Static<typeof SearchResult>;

/** Answer of `GET /v1/search`: what has it in the title first, then what has it in the body, each newest first. */
export const SearchPage = Type.Object({
  items: Type.Array(SearchResult),
  /** False when nothing holds the query as typed, and the items hold its words apart, or its characters. */
  exact: Type.Boolean(),
  /** Opaque; hand it back as `cursor` with the same query for the next page. Null at the end. */
  nextCursor: Type.Union([Type.String(), Type.Null()]),
});
export type SearchPage = Static<typeof SearchPage>;

/** Something to type or open next: `channel` with its id, a `word` to look for, an `article` by its title. */
const SearchSuggestion = Type.Object({
  kind: Type.Union([Type.Literal('channel'), Type.Literal('word'), Type.Literal('article')]),
  text: Type.String(),
  /** Of the channel or the article. */
  id: Type.Optional(Type.String()),
});
export type SearchSuggestion = Static<typeof SearchSuggestion>;

/** Answer of `GET /v1/search/suggestions`. */
export const SearchSuggestions = Type.Object({ suggestions: Type.Array(SearchSuggestion) });
export type SearchSuggestions = Static<typeof SearchSuggestions>;
