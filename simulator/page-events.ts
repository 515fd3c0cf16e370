import type { ServerResponse } from 'node:http';
import type { BuildWatch } from './build-watch.ts';
import type { MessageSource } from './messages.ts';

/** A page that lost the server asks again after this many ms. */
const RETRY = 1_000;

export type EventSources = {
  /** Each state of the build is an event without a name. */
  build?: BuildWatch;
  /** Each message that arrives is an event `messages` with all of them. */
  messages?: MessageSource;
};

/** Answers with server-sent events, as JSON: how everything is now, and each later change. */
export function sendPageEvents(res: ServerResponse, { build, messages }: EventSources): void {
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // The answer ends with the server; its connection must not be kept for another one.
    connection: 'close',
  });
  res.write(`retry: ${RETRY}\n\n`);
  const sendMessages = () => {
    if (messages) res.write(`event: messages\ndata: ${JSON.stringify(messages.list())}\n\n`);
  };
  sendMessages();
  const stopMessages = messages?.onMessage(sendMessages);
  const stopBuild = build?.subscribe(
    (state) => res.write(`data: ${JSON.stringify(state)}\n\n`),
    () => res.end(),
  );
  res.once('close', () => {
    stopMessages?.();
    stopBuild?.();
  });
}
