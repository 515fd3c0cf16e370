import { ChannelList } from '../../types/channel.ts';
import { toCachedAnswers } from '../http/answers.ts';
import { allowCaching, CACHE_POLICIES } from '../http/caching.ts';
import type { TypedApp } from '../http/typed-app.ts';
import { listChannels } from '../store/channels.ts';
import type { RouteContext } from './context.ts';

export function registerChannels(app: TypedApp, { store }: RouteContext): void {
  app.get(
    '/v1/channels',
    {
      schema: {
        summary: '全部栏目',
        response: toCachedAnswers('全部栏目，按显示次序', ChannelList),
      },
    },
    async (_request, reply) => {
      const channels = await listChannels(store);
      allowCaching(reply, CACHE_POLICIES.channels);
      return reply.send({ channels });
    },
  );
}
