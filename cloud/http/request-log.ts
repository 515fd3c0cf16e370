import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The path without its query, and not endless: what was asked for, not who asked. */
function toLoggedPath(url: string): string {
  return (url.split('?', 1)[0] ?? '').slice(0, 200);
}

/** An error's words and place. The driver hangs more on its own: the connection with its keys, and the values of the row (`detail`). */
function toLoggedError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const { message, stack = '', code } = error as Error & { code?: unknown };
  return { type: error.constructor.name, message, ...(code !== undefined && { code }), stack };
}

/** Nothing of a request stands in the log by itself: no address, no header, no query. */
export const LOG_SERIALIZERS = {
  req: ({ method, url }: Pick<FastifyRequest, 'method' | 'url'>) => ({
    method,
    path: toLoggedPath(url),
  }),
  err: toLoggedError,
};

/** One line for every answer. The probes of the platform would only bury the others. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.url === '/healthz' || request.routeOptions.url === '/readyz') return;
    request.log.info(
      {
        method: request.method,
        path: toLoggedPath(request.url),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'answered',
    );
  });
}
