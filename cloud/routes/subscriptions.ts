import { Type } from 'typebox';
import { SubscribeReport, SubscriptionList } from '../../types/subscription.ts';
import { toAnswers } from '../http/answers.ts';
import { DETAILS, sendProblem } from '../http/problems.ts';
import type { TypedApp } from '../http/typed-app.ts';
import { listNamedSubscriptions, listTopics } from '../notices/topics.ts';
import { type AcceptedTopic, grantCredits } from '../store/credits.ts';
import { countUnread } from '../store/inbox.ts';
import { toStorableText } from '../store/storable.ts';
import { leaveTopic } from '../store/subscriptions.ts';
import type { RouteContext } from './context.ts';
import { identify } from './personal.ts';

const NO_TEMPLATES = new Map();
/** Nobody accepts more in a minute with a finger; a program that does may come back later. */
const MOST_GRANTS_A_MINUTE = 30;

export function registerSubscriptions(app: TypedApp, context: RouteContext): void {
  const { store, now, wechat } = context;
  const templates = wechat?.templates ?? NO_TEMPLATES;

  const toList = async (accountId: string): Promise<SubscriptionList> => ({
    subscriptions: await listNamedSubscriptions(store, accountId, templates),
    unread: await countUnread(store, accountId),
  });

  /** The accepted topics that are ours; WeChat's template must be the topic's own. */
  const toKnown = async (report: SubscribeReport): Promise<AcceptedTopic[]> => {
    const topics = await listTopics(store, templates);
    return report.accepted.flatMap(({ topicId, templateId }) => {
      const topic = topics.find(({ id }) => id === topicId);
      return topic?.templateId === templateId
        ? [{ topic: topicId, templateId, isLongTerm: topic.isLongTerm }]
        : [];
    });
  };

  app.get(
    '/v1/subscriptions',
    { schema: { summary: '我订阅的通知', response: toAnswers('我订阅的通知', SubscriptionList) } },
    async (request, reply) => {
      const accountId = await identify(context, request, reply);
      return accountId === undefined ? reply : reply.send(await toList(accountId));
    },
  );

  app.post(
    '/v1/subscriptions',
    {
      schema: {
        summary: '告知在微信里同意了哪些订阅；同一 reportId 只计一次',
        body: SubscribeReport,
        response: toAnswers('我订阅的通知', SubscriptionList),
      },
    },
    async (request, reply) => {
      const accountId = await identify(context, request, reply);
      if (accountId === undefined) return reply;
      const accepted = await toKnown(request.body);
      if (accepted.length === 0) {
        return sendProblem(reply, 'invalid_request', { detail: DETAILS.unknownTopic });
      }
      const { reportId } = request.body;
      const accepts = { accountId, reportId, accepted, mostAMinute: MOST_GRANTS_A_MINUTE };
      const outcome = await grantCredits(store, accepts, now());
      if (outcome === 'gone') return sendProblem(reply, 'unauthorized');
      if (outcome === 'too_many') return sendProblem(reply, 'too_many_requests');
      return reply.send(await toList(accountId));
    },
  );

  app.delete(
    '/v1/subscriptions/:topicId',
    {
      schema: {
        summary: '不再接收一种通知；还没有发出的不再发，额度退回并保留',
        params: Type.Object({ topicId: Type.String() }),
        response: toAnswers('我订阅的通知', SubscriptionList),
      },
    },
    async (request, reply) => {
      const accountId = await identify(context, request, reply);
      if (accountId === undefined) return reply;
      const topic = toStorableText(request.params.topicId);
      await leaveTopic(store, { accountId, topic }, now());
      return reply.send(await toList(accountId));
    },
  );
}
