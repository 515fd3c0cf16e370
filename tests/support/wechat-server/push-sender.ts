import { createHash, randomBytes } from 'node:crypto';
import { encryptPush } from '../../../cloud/wechat/pushes/secure-mode.ts';

/** Where WeChat's console says pushes go, and how. */
export interface PushTarget {
  url: string;
  token: string;
  /** EncodingAESKey; without it pushes are plain. */
  aesKey?: string;
}

/** A push about subscribe messages; items as WeChat names their members (`TemplateId`, `MsgID` …). */
export interface PushedEvent {
  event:
    | 'subscribe_msg_popup_event'
    | 'subscribe_msg_change_event'
    | 'subscribe_msg_sent_event'
    | (string & {});
  openid: string;
  items: readonly Readonly<Record<string, string | number>>[];
}

export interface PushForm {
  mode?: 'secure' | 'plain';
  /** By itself WeChat writes one item as an object and several as an array. */
  list?: 'object' | 'array';
}

export interface PushOutcome {
  /** Whether `success` (or nothing) came back with status 200 in the end. */
  isTaken: boolean;
  /** Status and text of each attempt; status 0 when no answer came. */
  answers: { status: number; text: string }[];
}

interface PushRequest {
  url: string;
  body: string;
}

/** WeChat asks three times in all. */
const ATTEMPTS = 3;

/** Posts pushes signed as WeChat signs them. */
export function createPushSender(parts: {
  appId: string;
  now: () => number;
  /** How long WeChat waits for an answer: 5 s. */
  answerWithinMs: number;
  /** How long it waits before it asks again. */
  retryAfterMs: number;
}) {
  let last: PushRequest | undefined;

  const post = async ({ url, body }: PushRequest): Promise<PushOutcome> => {
    const answers: PushOutcome['answers'] = [];
    while (answers.length < ATTEMPTS) {
      const answer = await ask(url, body, parts.answerWithinMs);
      answers.push(answer);
      if (answer.status === 200 && (answer.text === 'success' || answer.text === ''))
        return { isTaken: true, answers };
      if (answers.length < ATTEMPTS)
        await new Promise((resolve) => setTimeout(resolve, parts.retryAfterMs));
    }
    return { isTaken: false, answers };
  };

  return {
    push: async (target: PushTarget, event: PushedEvent, form: PushForm = {}) => {
      last = toRequest(target, toMessage(event, form, parts.now()), form, parts);
      return post(last);
    },
    /** The very same request again, as somebody who overheard it would send it. */
    replayLast: async () => {
      if (!last) throw new Error('nothing was pushed yet');
      return post(last);
    },
    /** WeChat's check of the address. Gives whether the random text came back. */
    check: async (target: PushTarget) => {
      const echo = randomBytes(8).toString('hex');
      const url = new URL(target.url);
      const stamp = toStamp(parts.now());
      url.search = new URLSearchParams({
        signature: sign([target.token, stamp.timestamp, stamp.nonce]),
        ...stamp,
        echostr: echo,
      }).toString();
      const response = await fetch(url);
      return response.status === 200 && (await response.text()) === echo;
    },
  };
}

function toMessage({ event, openid, items }: PushedEvent, form: PushForm, now: number): string {
  const isObject = form.list ? form.list === 'object' : items.length === 1;
  return JSON.stringify({
    ToUserName: 'gh_97417a04a28d',
    FromUserName: openid,
    CreateTime: Math.floor(now / 1000),
    MsgType: 'event',
    Event: event,
    List: isObject ? items[0] : items,
  });
}

function toRequest(
  target: PushTarget,
  message: string,
  form: PushForm,
  { appId, now }: { appId: string; now: () => number },
): PushRequest {
  const url = new URL(target.url);
  const stamp = toStamp(now());
  const signature = sign([target.token, stamp.timestamp, stamp.nonce]);
  const mode = form.mode ?? (target.aesKey ? 'secure' : 'plain');
  if (mode === 'plain') {
    url.search = new URLSearchParams({ signature, ...stamp }).toString();
    return { url: url.href, body: message };
  }
  if (!target.aesKey) throw new Error('secure mode needs a key');
  const encrypted = encryptPush({ encodingAesKey: target.aesKey, appId, message });
  const msgSignature = sign([target.token, stamp.timestamp, stamp.nonce, encrypted]);
  const query = { signature, ...stamp, encrypt_type: 'aes', msg_signature: msgSignature };
  url.search = new URLSearchParams(query).toString();
  return {
    url: url.href,
    body: JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: encrypted }),
  };
}

function toStamp(now: number): { timestamp: string; nonce: string } {
  return {
    timestamp: String(Math.floor(now / 1000)),
    nonce: String(randomBytes(4).readUInt32BE()),
  };
}

function sign(parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex');
}

async function ask(url: string, body: string, answerWithinMs: number) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(answerWithinMs),
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return { status: 0, text: String(error) };
  }
}
