import { createHash } from 'node:crypto';
import { FIELD_WORDS } from '../../domain/search/field-words.ts';

/** Raise it when what is stored for an article changes: how texts are read, cut or laid out, or the dictionary's package. */
const RULES = '2 jieba-2.0.3';

/** What every row of the index carries. One with another version is made anew at the next start. */
export const SEARCH_VERSION = createHash('sha256')
  .update([RULES, ...FIELD_WORDS].join('\n'))
  .digest('base64url')
  .slice(0, 12);
