import { TopicList } from '../../types/topic.ts';
import { toCachedAnswers } from '../http/answers.ts';
import { allowCaching, CACHE_POLICIES } from '../http/caching.ts';
import type { TypedApp } from '../http/typed-app.ts';
import { listTopics } from '../notices/topics.ts';
import type { RouteContext } from './context.ts';

export function registerTopics(app: TypedApp, { store, wechat }: RouteContext): void {
  app.get(
    '/v1/topics',
    {
      schema: {
        summary: '可以订阅的通知',
        response: toCachedAnswers('可以订阅的通知；没有开通时为空', TopicList),
      },
    },
    async (_request, reply) => {
      const topics = wechat ? await listTopics(store, wechat.templates) : [];
      allowCaching(reply, CACHE_POLICIES.channels);
      return reply.send({ topics });
    },
  );
}
