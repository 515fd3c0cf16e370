import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiCall, createAnswering, parseObject, readText } from './answer-requests.ts';
import { refuse } from './answers.ts';
import { createCredits } from './credits.ts';
import { type DecideFault, type Fault, inOrder } from './faults.ts';
import { createLogin, type LoginRefusal } from './login.ts';
import { createPhone } from './phone.ts';
import { createPushSender } from './push-sender.ts';
import { createSend, type SendQuota, type SentMessage } from './send.ts';
import { createTemplates, type WechatTemplate } from './templates.ts';
import { createTokens } from './token.ts';

export interface WechatServerOptions {
  /** By default `wx1234567890abcdef`. */
  appId?: string;
  /** By default 32 digits. */
  secret?: string;
  templates?: readonly WechatTemplate[];
  /** By default any free one. */
  port?: number;
  /** Milliseconds since the epoch; by default the real time. */
  now?: () => number;
  /** `false` only counts messages, for large numbers. */
  keepMessages?: boolean;
  /** Paths of the mini-program's pages; a message for another one gets 41030. */
  pages?: readonly string[];
  /** How long a call without an answer stays open; by default until who asked gives up. */
  closeAfterMs?: number;
  /** How long WeChat waits for the answer to a push, and before it tries again; by default 5 s and at once. */
  push?: { answerWithinMs?: number; retryAfterMs?: number };
}

type PushSender = ReturnType<typeof createPushSender>;

/** A strict double of WeChat's server API, as far as this product uses it. */
export interface WechatServer {
  /** `http://127.0.0.1:PORT`, for WECHAT_API_URL and for the simulator's `wechat://server`. */
  origin: string;
  appId: string;
  secret: string;
  /** Accepted messages in order; empty with `keepMessages: false`. */
  messages: readonly SentMessage[];
  /** How many messages were accepted, for one person or for all. */
  countMessages: (openid?: string) => number;
  /** Tells each accepted message. Gives what ends that. */
  onMessage: (listener: (message: SentMessage) => void) => () => void;
  /** What a phone tells, without HTTP. */
  addLoginCode: (code: string, openid: string) => void;
  /** Accepts, without HTTP: makes the person known and gives that many messages. */
  grant: (openid: string, templateId: string, times?: number) => void;
  countCredits: (openid: string, templateId: string) => number;
  /** The person refuses a template in WeChat's settings; what WeChat then tells is `push`ed by the test. */
  refuseInSettings: (openid: string, templateId: string) => void;
  setFaults: (faults: DecideFault | readonly (Fault | null)[] | undefined) => void;
  setLoginRefusal: (code: LoginRefusal | undefined) => void;
  setIpAllowed: (isAllowed: boolean) => void;
  setQuota: (limits: Partial<SendQuota>) => void;
  rotateToken: () => void;
  /** Every token and session_key that went out, to look for where none may be. */
  issuedTokens: readonly string[];
  issuedSessionKeys: readonly string[];
  push: PushSender['push'];
  replayLastPush: PushSender['replayLast'];
  checkPushAddress: PushSender['check'];
  stop: () => Promise<void>;
}

export async function startWechatServer(options: WechatServerOptions = {}): Promise<WechatServer> {
  const { appId = 'wx1234567890abcdef', secret = '0123456789abcdef0123456789abcdef' } = options;
  const now = options.now ?? Date.now;
  const parts = createParts(options, { appId, secret, now });
  const { people, login, tokens, credits, send, phone, pushes } = parts;
  const { deliver: _, ...inbox } = parts.inbox;
  let decide: DecideFault | undefined;
  const answering = createAnswering({
    act: (call) => answerCall(call, parts),
    decide: (call) => decide?.(call),
    closeAfterMs: options.closeAfterMs,
  });
  const listening = await listen(options.port ?? 0, (req, res) => {
    const url = new URL(req.url ?? '/', 'http://server');
    return phone.isPath(url.pathname)
      ? answerPhone(phone, req, res, url)
      : answering(req, res, url);
  });
  return {
    ...listening,
    appId,
    secret,
    ...inbox,
    addLoginCode: login.addCode,
    grant: (openid, templateId, times = 1) => {
      people.add(openid);
      credits.grant(openid, templateId, times);
    },
    countCredits: credits.count,
    refuseInSettings: credits.forget,
    setFaults: (faults) => {
      decide = typeof faults === 'function' || !faults ? faults : inOrder(faults);
    },
    setLoginRefusal: login.setRefusal,
    setIpAllowed: tokens.setIpAllowed,
    setQuota: send.setQuota,
    rotateToken: tokens.rotate,
    issuedTokens: tokens.issued,
    issuedSessionKeys: login.sessionKeys,
    push: pushes.push,
    replayLastPush: pushes.replayLast,
    checkPushAddress: pushes.check,
  };
}

function createParts(
  options: WechatServerOptions,
  account: { appId: string; secret: string; now: () => number },
) {
  const { appId, now } = account;
  const people = new Set<string>();
  const addPerson = (openid: string) => people.add(openid);
  const templates = createTemplates(options.templates ?? []);
  const login = createLogin({ ...account, addPerson });
  const tokens = createTokens(account);
  const credits = createCredits((id) => templates.find(id)?.type === 'long');
  const inbox = createInbox(options.keepMessages ?? true);
  const send = createSend({
    now,
    isTokenValid: tokens.isValid,
    isPerson: (openid) => people.has(openid),
    findTemplate: templates.find,
    takeCredit: credits.take,
    deliver: inbox.deliver,
    pages: options.pages && new Set(options.pages),
  });
  const phone = createPhone({
    addCode: login.addCode,
    addPerson,
    hasTemplate: (id) => templates.find(id) !== undefined,
    grant: credits.grant,
  });
  const { answerWithinMs = 5_000, retryAfterMs = 0 } = options.push ?? {};
  const pushes = createPushSender({ appId, now, answerWithinMs, retryAfterMs });
  return { people, templates, login, tokens, credits, inbox, send, phone, pushes };
}

function answerCall(
  { name, query, body, whenOver }: ApiCall,
  parts: Pick<ReturnType<typeof createParts>, 'login' | 'tokens' | 'send' | 'templates'>,
): Promise<string> | string {
  if (name === 'login') return parts.login.answer(query);
  if (name === 'token') return parts.tokens.answer(body);
  const token = query.get('access_token');
  if (name === 'send') return parts.send.answer(token, body, whenOver);
  if (!token) return refuse(41001);
  return parts.tokens.isValid(token) ? parts.templates.answer() : refuse(40001);
}

/** A phone may be a page of another origin, so the browser asks first and is told that it may. */
async function answerPhone(
  phone: ReturnType<typeof createPhone>,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  const text = await readText(req);
  const isQuestion = req.method === 'OPTIONS';
  const status = isQuestion ? 204 : phone.answer(url.pathname, parseObject(text));
  res
    .writeHead(req.method === 'POST' || isQuestion ? status : 405, {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'content-type',
    })
    .end();
}

function createInbox(keepsMessages: boolean) {
  const messages: SentMessage[] = [];
  const counts = new Map<string, number>();
  const listeners = new Set<(message: SentMessage) => void>();
  let total = 0;
  return {
    messages,
    countMessages: (openid?: string) => (openid === undefined ? total : (counts.get(openid) ?? 0)),
    onMessage: (listener: (message: SentMessage) => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    deliver: (message: SentMessage) => {
      total += 1;
      counts.set(message.openid, (counts.get(message.openid) ?? 0) + 1);
      if (keepsMessages) messages.push(message);
      for (const listener of listeners) listener(message);
    },
  };
}

async function listen(
  port: number,
  answer: (req: IncomingMessage, res: ServerResponse) => Promise<void>,
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const server = createServer((req, res) => {
    answer(req, res).catch((error: Error) => {
      // A request that was cut off while it came in; anything else is a mistake of the double.
      if (!req.complete || res.destroyed) return;
      res.writeHead(500).end(`wechat-server: ${error.stack}`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
