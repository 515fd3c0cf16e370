/** The card that a chat would get. */
export type ShareCard = { title: string; path: string; imageUrl: string };

/** What the timeline or the favourites would get. */
export type ShareEntry = { title: string; query: string; imageUrl: string };

/** What 复制链接 puts on the clipboard leads to this page, with this query. */
export type CopiedLink = { path: string; query: string };
