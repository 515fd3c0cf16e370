import type { FastifyInstance } from 'fastify';

/**
 * Ends a connection with the answer that was under way when we were told to stop. It would be kept for the client's
 * next request otherwise, and hold up the end until the client lets go.
 */
export function registerClosing(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply, payload) => {
    if (closing) reply.header('connection', 'close');
    return payload;
  });
}
