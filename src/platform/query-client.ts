import {
  environmentManager,
  focusManager,
  onlineManager,
  QueryClient,
} from '@tanstack/react-query';
import { onAppVisibility } from './app-visibility.ts';
import type { FailedAnswer } from './failure.ts';
import { isOnline, onNetworkChange } from './network.ts';
import { PERSONAL } from './personal-query.ts';
import { onSignedInChange } from './session.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: FailedAnswer;
  }
}

const MINUTE_MS = 60_000;

/**
 * The cache of what was fetched. Requests are sent whatever WeChat says of the network (`always`): offline they fail at
 * once and say so, where TanStack's own waiting would show a skeleton for ever. What could not be shown at all is asked
 * for again when the network is back.
 */
export function createQueryClient(): QueryClient {
  // No `window`, yet no server either.
  environmentManager.setIsServer(() => false);
  onlineManager.setEventListener((setOnline) => {
    // WeChat tells changes alone; how it is at the start has to be asked.
    void isOnline().then(setOnline);
    return onNetworkChange(setOnline);
  });
  focusManager.setEventListener((setFocused) => onAppVisibility(setFocused));
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: 5 * MINUTE_MS,
        gcTime: 30 * MINUTE_MS,
        refetchOnReconnect: (query) => query.state.data === undefined,
      },
    },
  });
  onSignedInChange(() => client.removeQueries({ queryKey: [PERSONAL] }));
  return client;
}
