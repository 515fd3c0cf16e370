import { isArticle } from '../../../types/generated/contract-checks.js';
import { useDetailQuery } from '../../platform/detail-query.ts';
import { getFromEndpoint } from '../../platform/endpoint.ts';

/** One article; its blocks are still to be checked one by one. */
export function useArticle(id: string) {
  return useDetailQuery({
    key: ['article', id],
    fetchContent: (signal) =>
      getFromEndpoint(`/v1/articles/${encodeURIComponent(id)}`, isArticle, signal),
  });
}
