import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DETAILS, sendProblem } from './problems.ts';

const toPattern = (url: string) =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&')))
      .join('/')}$`,
  );

/**
 * Tells an unknown address (404) from a known one asked in the wrong way (405 with `Allow`). Before the body is
 * read: nobody wants it.
 */
export function registerNotFound(app: FastifyInstance): void {
  const methodsOf = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  app.addHook('onRoute', ({ url, method }) => {
    const known = methodsOf.get(url) ?? { pattern: toPattern(url), methods: new Set<string>() };
    for (const name of [method].flat()) known.methods.add(name);
    methodsOf.set(url, known);
  });
  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const known = [...methodsOf.values()].find(({ pattern }) => pattern.test(path));
    if (known === undefined || known.methods.has(request.method)) {
      return sendProblem(reply, 'not_found', { detail: DETAILS.unknownRoute });
    }
    reply.header('allow', [...known.methods].sort().join(', '));
    return sendProblem(reply, 'method_not_allowed');
  };
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) return answer(request, reply);
  });
  app.setNotFoundHandler(answer);
}
