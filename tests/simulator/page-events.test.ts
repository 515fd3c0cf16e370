import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { BuildWatch } from '../../simulator/build-watch.ts';
import type { Message } from '../../simulator/messages.ts';
import { createSimulatorHandler, type SimulatorSettings } from '../../simulator/server.ts';
import { MessageBox } from '../support/message-box.ts';
import { programDir } from '../support/simulator-programs.ts';

const distDir = programDir('desk');
const message = (id: string): Message => ({
  id,
  at: 1_900_000_000_000,
  title: '新通知',
  lines: [{ name: '标题', text: '台风停课' }],
  page: 'pages/second/second?id=1&notice=2',
});

let server: Server;
async function serve(settings: Partial<SimulatorSettings>): Promise<string> {
  const handle = createSimulatorHandler({ distDir, hosts: {}, ...settings });
  server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/simulator`;
}
afterEach(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

/** Reads a stream of events on until `mark` has come. */
async function readTo(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  mark: string,
): Promise<string> {
  let text = '';
  while (!text.includes(mark)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended with ${text}`);
    text += new TextDecoder().decode(value);
  }
  return text;
}

async function openStream(address: string) {
  const { body } = await fetch(`${address}/events`);
  if (!body) throw new Error('no stream');
  return body.getReader();
}

describe('what the simulator tells its pages', () => {
  it('is the messages of the phone, as a list and as each arrives', async () => {
    const messages = new MessageBox([message('一')]);
    const address = await serve({ messages });
    expect(await (await fetch(`${address}/messages`)).json()).toEqual([message('一')]);
    const stream = await openStream(address);
    const event = (list: Message[]) => `event: messages\ndata: ${JSON.stringify(list)}\n\n`;
    expect(await readTo(stream, '}]')).toContain(event([message('一')]));
    messages.add(message('二'));
    expect(await readTo(stream, '}]')).toBe(event([message('一'), message('二')]));
    await stream.cancel();
    while (messages.listening > 0) await new Promise((resolve) => setImmediate(resolve));
  });

  it('is both, where a build is watched, and ends with the watch', async () => {
    const messages = new MessageBox();
    const build = new BuildWatch(distDir);
    const stream = await openStream(await serve({ messages, build }));
    const text = await readTo(stream, '"ready"');
    expect(text).toContain('event: messages\ndata: []\n\n');
    build.close();
    await expect(readTo(stream, '没有的')).rejects.toThrow('the stream ended');
  });

  it('is nothing where nothing is known', async () => {
    const address = await serve({});
    for (const path of ['/messages', '/events']) {
      expect((await fetch(address + path)).status).toBe(404);
    }
  });
});
