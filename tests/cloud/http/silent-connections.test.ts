import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { expect, it } from '@jest/globals';
import { createTestApp } from '../../support/app.ts';

it('a connection that never carried a request does not hold up the stop', async () => {
  const { app, drop } = await createTestApp();
  await app.listen({ host: '127.0.0.1', port: 0 });
  const accepted = once(app.server, 'connection');
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  const closed = once(socket, 'close');
  await accepted;
  await drop();
  await closed;
  expect(socket.destroyed).toBe(true);
});
