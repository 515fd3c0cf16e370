import type { Host } from '../host/host.ts';
import { Listeners } from '../host/listeners.ts';
import { type Answer, type Options, Refusal } from './api.ts';
import { refuseAddress } from './domains.ts';
import { type HttpMessage, type HttpReply, toMessage } from './http-message.ts';
import { send } from './send.ts';

/** WeChat's limit for one request or download, and what counts where nothing shorter is said. */
const LONGEST_MS = 60_000;

type Head = Omit<HttpReply, 'bytes'>;

/** What wx.request and wx.downloadFile share: one place in the queue, a way to give it up, and headers first. */
export type HttpTask = {
  /** Sends it as soon as there is room. */
  start: () => Promise<HttpReply | Refusal>;
  /** The members of the task that both have. */
  members: {
    abort: () => void;
    onHeadersReceived: (listener: (head: Head) => void) => void;
    offHeadersReceived: (listener?: (head: Head) => void) => void;
  };
};

export function createHttpTask(
  host: Host,
  name: 'request' | 'downloadFile',
  options: Options,
): HttpTask {
  const controller = new AbortController();
  const headers = new Listeners<Head>((error) => host.ledger.addError('error', 'program', error));
  const url = typeof options.url === 'string' ? options.url : '';
  return {
    start: async () => {
      const refused = refuseAddress(host, url);
      if (refused) return refused;
      const message = toMessage(url, options);
      dropReferer(host, name, message);
      const limit = toLimit(host, name, options.timeout);
      const onHeaders = (head: Head) => headers.emit(head);
      return host.requests.run(`wx.${name} of ${url}`, controller.signal, () =>
        send(host, message, { controller, limit, onHeaders }),
      );
    },
    members: {
      abort: () => controller.abort('abort'),
      onHeadersReceived: (listener) => headers.on(listener),
      offHeadersReceived: (listener) => headers.off(listener),
    },
  };
}

/** Turns the end of a task into the answer of its call; a bug on the way is noted and answered too. */
export function settleTask(
  host: Host,
  task: HttpTask,
  toAnswer: (reply: HttpReply) => Answer,
  settle: (answer: Answer) => void,
): void {
  const end = task.start().then((reply) => (reply instanceof Refusal ? reply : toAnswer(reply)));
  end.then(settle, (error: unknown) => {
    host.ledger.addError('error', 'simulator', error);
    settle(new Refusal(error instanceof Error ? error.message : String(error)));
  });
}

/** api/network/request/wx.request.html: the program cannot set Referer, WeChat sends its own. */
function dropReferer({ ledger }: Host, name: string, { url, headers }: HttpMessage): void {
  if (headers.referer === undefined) return;
  delete headers.referer;
  ledger.addError('error', 'program', `wx.${name} of ${url}: header must not have Referer`);
}

/** The call's own limit, else that of app.json, else WeChat's; none is longer than that. */
function toLimit({ options: { program } }: Host, name: string, timeout: unknown): number {
  const table = (program.app.networkTimeout ?? {}) as Record<string, unknown>;
  const asked = [timeout, table[name]].find((one) => typeof one === 'number' && one > 0);
  return Math.min(Number(asked ?? LONGEST_MS), LONGEST_MS);
}
