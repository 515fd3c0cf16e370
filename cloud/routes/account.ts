import { Account, AccountExport } from '../../types/account.ts';
import { NO_CONTENT, toAnswers } from '../http/answers.ts';
import { sendProblem } from '../http/problems.ts';
import type { TypedApp } from '../http/typed-app.ts';
import { createTopicNames, listNamedSubscriptions } from '../notices/topics.ts';
import { exportAccount } from '../store/account-export.ts';
import { deleteAccount, readAccount } from '../store/accounts.ts';
import type { RouteContext } from './context.ts';
import { identify } from './personal.ts';

const NO_TEMPLATES = new Map();

export function registerAccount(app: TypedApp, context: RouteContext): void {
  const { store, now, wechat } = context;

  app.get(
    '/v1/account',
    { schema: { summary: '存了我的什么', response: toAnswers('以数字表示', Account) } },
    async (request, reply) => {
      const accountId = await identify(context, request, reply);
      if (accountId === undefined) return reply;
      const account = await readAccount(store, accountId);
      return account ? reply.send(account) : sendProblem(reply, 'unauthorized');
    },
  );

  app.get(
    '/v1/account/export',
    { schema: { summary: '下载我的全部数据', response: toAnswers('全部数据', AccountExport) } },
    async (request, reply) => {
      const accountId = await identify(context, request, reply);
      if (accountId === undefined) return reply;
      const stored = await exportAccount(store, accountId, await createTopicNames(store));
      if (stored === undefined) return sendProblem(reply, 'unauthorized');
      const templates = wechat?.templates ?? NO_TEMPLATES;
      return reply.send({
        exportedAt: new Date(now()).toISOString(),
        ...stored,
        subscriptions: await listNamedSubscriptions(store, accountId, templates),
      });
    },
  );

  app.delete(
    '/v1/account',
    { schema: { summary: '删除我的全部数据，不能恢复', response: NO_CONTENT } },
    async (request, reply) => {
      const accountId = await identify(context, request, reply);
      if (accountId === undefined) return reply;
      await deleteAccount(store, accountId);
      return reply.code(204).send(null);
    },
  );
}
