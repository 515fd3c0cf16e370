import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import { toFailure } from './failure.ts';
import { type FailureWords, toFailureWords, toRefreshFailure } from './failure-words.ts';
import type { CancelSignal } from './transport.ts';

/** One page of a list with an opaque cursor: what FeedPage and EventPage have in common. */
interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

interface PagedQuery<Item> {
  key: readonly string[];
  /** Throws a FailedAnswer. `cursor` is undefined for the first page. */
  fetchPage: (cursor: string | undefined, signal: CancelSignal) => Promise<Page<Item>>;
  /** What is shown of the pages; their items when absent. A function that stays the same: its answers are kept. */
  toLists?: (pages: readonly Page<Item>[]) => readonly (readonly Item[])[];
  /** False fetches nothing by itself. */
  enabled?: boolean;
}

export interface PagedView<Item> {
  status: 'pending' | 'failed' | 'ready';
  failure?: FailureWords | undefined;
  /** Why what stands here is not the newest; set when a refresh failed over content. */
  refreshFailure?: string | undefined;
  pages: readonly (readonly Item[])[];
  more: 'idle' | 'loading' | 'failed' | 'end';
  /** Fetches the newest; settled when it arrived or failed. */
  refresh: () => Promise<unknown>;
  retry: () => void;
  loadMore: () => void;
}

/** Only a list of one page renews itself: TanStack would fetch all pages one after another, and the reader's place would move. */
const whenOnePage = (query: { state: { data: unknown } }): boolean => {
  const data = query.state.data as InfiniteData<unknown> | undefined;
  return (data?.pages.length ?? 0) <= 1;
};

interface PageOptions<Item> {
  queryKey: readonly string[];
  queryFn: (context: {
    pageParam: string | undefined;
    signal: CancelSignal;
  }) => Promise<Page<Item>>;
  initialPageParam: string | undefined;
  getNextPageParam: (last: Page<Item>) => string | undefined;
}

/**
 * Fetches the first page alone, so that one request answers a pull; what stands stays until it came. A page that is on its
 * way is given up first: TanStack would join that fetch, and nothing would be renewed.
 */
export async function fetchFirstPage<Item>(
  client: QueryClient,
  options: PageOptions<Item>,
): Promise<void> {
  await client.cancelQueries({ queryKey: options.queryKey, exact: true });
  await client.fetchInfiniteQuery({ ...options, pages: 1, staleTime: 0 });
}

/** The same for whoever only looks: a failure stays with the query, and the list tells it. */
async function renew<Item>(client: QueryClient, options: PageOptions<Item>): Promise<void> {
  try {
    await fetchFirstPage(client, options);
  } catch {
    // Told by `failure` or `refreshFailure`; one that was given up for a newer fetch is none.
  }
}

const NO_PAGES: readonly never[] = [];

/** A list that is fetched page by page, as PagedList shows it. */
export function usePagedQuery<Item>(wanted: PagedQuery<Item>): PagedView<Item> {
  const { key, fetchPage, toLists = toItems, enabled = true } = wanted;
  const select = useCallback(
    ({ pages }: InfiniteData<Page<Item>, string | undefined>) => toLists(pages),
    [toLists],
  );
  const client = useQueryClient();
  const options: PageOptions<Item> = {
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  };
  const query = useInfiniteQuery({
    ...options,
    enabled,
    select,
    refetchOnMount: whenOnePage,
    refetchOnWindowFocus: whenOnePage,
  });

  const { data, error, hasNextPage, isFetching, isRefetchError } = query;
  const failure = error ? toFailureWords(toFailure(error)) : undefined;
  return {
    status: data ? 'ready' : isFetching ? 'pending' : 'failed',
    failure,
    refreshFailure: isRefetchError && failure ? toRefreshFailure(failure) : undefined,
    pages: data ?? NO_PAGES,
    more: toMore(query),
    refresh: () => renew(client, options),
    retry: () => void query.refetch(),
    loadMore: () => {
      if (hasNextPage && !isFetching) void query.fetchNextPage();
    },
  };
}

function toItems<Item>(pages: readonly Page<Item>[]) {
  return pages.map((page) => page.items);
}

function toMore(query: {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
}): PagedView<never>['more'] {
  if (query.isFetchingNextPage) return 'loading';
  if (query.isFetchNextPageError) return 'failed';
  return query.hasNextPage ? 'idle' : 'end';
}
