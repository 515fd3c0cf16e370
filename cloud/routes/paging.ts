import { Type } from 'typebox';

const DEFAULT_LIMIT = 20;

/** What the lists take to be read page by page. */
export const PAGING_QUERY = {
  cursor: Type.Optional(
    Type.String({ maxLength: 200, description: '上一页的 nextCursor；第一页不带' }),
  ),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 50, default: DEFAULT_LIMIT, description: '每页条数' }),
  ),
};

export function toLimit(limit: number | undefined): number {
  return limit ?? DEFAULT_LIMIT;
}
