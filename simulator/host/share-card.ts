/** The card that a chat would get. */
export type ShareCard = { title: string; path: string; imageUrl: string };

/** What the timeline or the favourites would get. */
export type ShareEntry = { title: string; query: string; imageUrl: string };
