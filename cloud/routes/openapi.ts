import { allowCaching, CACHE_POLICIES } from '../http/caching.ts';
import type { TypedApp } from '../http/typed-app.ts';

/** The description of all routes, made from their schemas. */
export function registerOpenapi(app: TypedApp): void {
  let text: string | undefined;
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    text ??= JSON.stringify(app.swagger());
    allowCaching(reply, CACHE_POLICIES.channels);
    return reply.type('application/json; charset=utf-8').send(text);
  });
}
