import { useQuery } from '@tanstack/react-query';
import { type Answer, toFailure, unwrapAnswer } from './failure.ts';
import { type FailureWords, toFailureWords, toRefreshFailure } from './failure-words.ts';
import type { CancelSignal } from './transport.ts';

interface DetailQuery<Content> {
  key: readonly string[];
  fetchContent: (signal: CancelSignal) => Promise<Answer<Content>>;
}

export interface DetailView<Content> {
  status: 'pending' | 'failed' | 'ready';
  content: Content | undefined;
  failure: FailureWords | undefined;
  /** Why what stands here is not the newest; set when a refresh failed over content. */
  refreshFailure: string | undefined;
  /** Fetches the newest; settled when it arrived or failed. */
  refresh: () => Promise<unknown>;
  retry: () => void;
}

/** One thing that is fetched by its id, as DetailFrame shows it. */
export function useDetailQuery<Content>(query: DetailQuery<Content>): DetailView<Content> {
  const { data, error, isFetching, isRefetchError, refetch } = useQuery({
    queryKey: query.key,
    queryFn: async ({ signal }) => unwrapAnswer(await query.fetchContent(signal)),
  });
  const failure = error ? toFailureWords(toFailure(error)) : undefined;
  return {
    status: data ? 'ready' : isFetching ? 'pending' : 'failed',
    content: data,
    failure,
    refreshFailure: isRefetchError && failure ? toRefreshFailure(failure) : undefined,
    refresh: refetch,
    retry: () => void refetch(),
  };
}
