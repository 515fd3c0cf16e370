import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { AbortController as OwnAbortController } from '../../../src/platform/abort-controller.ts';

/** The build gives TanStack Query our AbortController; here it stands in the place of Node's. */
describe('TanStack Query on our own AbortController', () => {
  const ofNode = globalThis.AbortController;
  beforeAll(() => {
    Object.assign(globalThis, { AbortController: OwnAbortController });
  });
  afterAll(() => {
    Object.assign(globalThis, { AbortController: ofNode });
  });

  it('settles a query', async () => {
    const client = new QueryClient();
    await expect(client.fetchQuery({ queryKey: ['a'], queryFn: () => 7 })).resolves.toBe(7);
    client.clear();
  });

  it('tells a query that it is no longer wanted', async () => {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    let isTold = false;
    const fetching = client.fetchQuery({
      queryKey: ['b'],
      queryFn: ({ signal }) =>
        new Promise<never>(() => {
          signal.addEventListener('abort', () => {
            isTold = true;
          });
        }),
    });
    const refused = expect(fetching).rejects.toThrow('CancelledError');
    await client.cancelQueries({ queryKey: ['b'] });
    await refused;
    expect(isTold).toBe(true);
    client.clear();
  });
});
