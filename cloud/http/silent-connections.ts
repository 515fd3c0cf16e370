import type { Socket } from 'node:net';
import type { TypedApp } from './typed-app.ts';

/**
 * Ends connections that never carried a request when the endpoint stops. Browsers and load balancers open such ones in
 * advance; Node counts them as busy, so a graceful stop would wait for them until its limit.
 */
export function registerSilentConnections(app: TypedApp): void {
  const silent = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  app.server.on('request', (request: { socket: Socket }) => silent.delete(request.socket));
  app.addHook('preClose', async () => {
    for (const socket of silent) socket.destroy();
  });
}
