/** Begins the key of every query about this reader: what they fetched is forgotten when the reader signs out. */
export const PERSONAL = 'personal';
