import { Type } from 'typebox';
import { toAnswers } from '../http/answers.ts';
import { DETAILS, sendProblem } from '../http/problems.ts';
import type { TypedApp } from '../http/typed-app.ts';
import { isAnswering } from '../store/store.ts';
import type { RouteContext } from './context.ts';

const Status = Type.Object({ status: Type.Literal('ok') });

export function registerHealth(app: TypedApp, { store }: RouteContext): void {
  app.get(
    '/healthz',
    { schema: { summary: '进程是否在运行', response: toAnswers('进程在运行', Status) } },
    async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get(
    '/readyz',
    { schema: { summary: '能否读取数据', response: toAnswers('能读取数据', Status) } },
    async (_request, reply) => {
      if (!(await isAnswering(store))) {
        return sendProblem(reply, 'unavailable', { detail: DETAILS.databaseAway });
      }
      return reply.header('cache-control', 'no-store').send({ status: 'ok' });
    },
  );
}
