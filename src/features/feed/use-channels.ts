import { useQuery } from '@tanstack/react-query';
import type { Channel } from '../../../types/channel.ts';
import { isChannelList } from '../../../types/generated/contract-checks.js';
import { getFromEndpoint } from '../../platform/endpoint.ts';
import { unwrapAnswer } from '../../platform/failure.ts';

const NO_CHANNELS: readonly Channel[] = [];

/** The channels in the order in which they are shown; none where they could not be fetched, for the feed reads without them. */
export function useChannels() {
  const query = useQuery({
    queryKey: ['channels'],
    queryFn: async ({ signal }) =>
      unwrapAnswer(await getFromEndpoint('/v1/channels', isChannelList, signal)),
  });
  return {
    channels: query.data?.channels ?? NO_CHANNELS,
    refresh: query.refetch,
    /** Asks again for channels that could not be fetched. */
    fetchMissing: () => {
      if (query.data === undefined) void query.refetch();
    },
  };
}
