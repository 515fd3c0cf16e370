import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { toRefreshFailure } from './detail-query.ts';
import { type FailedAnswer, toFailure } from './failure.ts';
import { type FailureWords, toFailureWords } from './failure-words.ts';
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

const NO_PAGES: readonly never[] = [];

/** A list that is fetched page by page, as PagedList shows it. */
export function usePagedQuery<Item>({ key, fetchPage }: PagedQuery<Item>): PagedView<Item> {
  const client = useQueryClient();
  const query = useInfiniteQuery<
    Page<Item>,
    FailedAnswer,
    readonly (readonly Item[])[],
    readonly string[],
    string | undefined
  >({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: toItems,
    refetchOnMount: whenOnePage,
    refetchOnWindowFocus: whenOnePage,
  });

  const failure = query.error ? toFailureWords(toFailure(query.error)) : undefined;
  const canLoadMore = query.hasNextPage && !query.isFetching;

  return {
    status: query.data ? 'ready' : query.isPending ? 'pending' : 'failed',
    failure,
    refreshFailure: query.isRefetchError && failure ? toRefreshFailure(failure) : undefined,
    pages: query.data ?? NO_PAGES,
    more: toMore(query),
    refresh: () => {
      // The first page alone, so that one request answers a pull.
      client.setQueryData<InfiniteData<Page<Item>, string | undefined>>(key, keepFirstPage);
      return query.refetch();
    },
    retry: () => void query.refetch(),
    loadMore: () => {
      if (canLoadMore) void query.fetchNextPage();
    },
  };
}

function toItems<Item>(data: InfiniteData<Page<Item>, string | undefined>) {
  return data.pages.map((page) => page.items);
}

function keepFirstPage<Item>(data: InfiniteData<Page<Item>, string | undefined> | undefined) {
  return data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) };
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
