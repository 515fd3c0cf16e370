import { expect, it } from '@jest/globals';
import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { fetchFirstPage } from '../../../src/platform/paged-query.ts';

it('fetchFirstPage renews the first page although a further page is on its way', async () => {
  const client = new QueryClient();
  const asked: (string | undefined)[] = [];
  let edition = 1;
  const options = {
    queryKey: ['feed', ''],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => {
      asked.push(pageParam);
      if (pageParam !== undefined) return new Promise<never>(() => undefined);
      return Promise.resolve({ items: [edition], nextCursor: 'second' });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor ?? undefined,
  };
  await client.fetchInfiniteQuery(options);
  const observer = new InfiniteQueryObserver(client, { ...options, staleTime: Infinity });
  const stop = observer.subscribe(() => undefined);
  void observer.fetchNextPage();

  edition = 2;
  await fetchFirstPage(client, options);

  expect(observer.getCurrentResult().data?.pages).toEqual([{ items: [2], nextCursor: 'second' }]);
  expect(asked).toEqual([undefined, 'second', undefined]);
  stop();
  client.clear();
});
