import { setImmediate as nextTurn } from 'node:timers/promises';
import { refuse } from './answers.ts';
import { createWindow } from './calls-in-window.ts';
import { findFieldFault } from './field-rules.ts';
import type { WechatTemplate } from './templates.ts';

/** A message that a person got. */
export interface SentMessage {
  openid: string;
  templateId: string;
  page: string;
  data: Readonly<Record<string, string>>;
  /** `formal`, `trial` or `developer`. */
  state: string;
  /** Milliseconds since the epoch. */
  at: number;
  msgid: string;
}

export interface SendQuota {
  /** Messages a day, counted in China's days. */
  day: number;
  minute: number;
}

interface SendParts {
  now: () => number;
  isTokenValid: (token: string) => boolean;
  isPerson: (openid: string) => boolean;
  findTemplate: (id: string) => WechatTemplate | undefined;
  takeCredit: (openid: string, templateId: string) => boolean;
  deliver: (message: SentMessage) => void;
  /** Pages of the mini-program; without it any path will do. */
  pages: ReadonlySet<string> | undefined;
}

/** Ids of messages need 64 bits, as WeChat's do. */
const FIRST_MESSAGE_ID = 2_794_188_253_209_100_289n;

const STATES = new Set(['formal', 'trial', 'developer']);
const LANGUAGES = new Set(['zh_CN', 'en_US', 'zh_HK', 'zh_TW']);

/** subscribe/send. */
export function createSend(parts: SendParts) {
  const inFlight = new Set<string>();
  const day = createWindow('day', parts.now);
  const minute = createWindow('minute', parts.now);
  let quota: SendQuota = { day: Number.POSITIVE_INFINITY, minute: Number.POSITIVE_INFINITY };
  let sent = 0n;

  const act = (message: Omit<SentMessage, 'at' | 'msgid'>): string => {
    if (!parts.takeCredit(message.openid, message.templateId)) return refuse(43101);
    day.add();
    minute.add();
    const msgid = String(FIRST_MESSAGE_ID + sent);
    sent += 1n;
    parts.deliver({ ...message, at: parts.now(), msgid });
    return `{"errcode":0,"errmsg":"ok","msgid":${msgid}}`;
  };

  return {
    setQuota: (limits: Partial<SendQuota>) => {
      quota = { ...quota, ...limits };
    },
    /** @param whenOver is given what ends the call once its answer went out, or nobody waits for it any more */
    answer: async (
      token: string | null,
      body: Readonly<Record<string, unknown>> | undefined,
      whenOver: (end: () => void) => void,
    ): Promise<string> => {
      if (token === null || token === '') return refuse(41001);
      if (!parts.isTokenValid(token)) return refuse(40001);
      if (!body) return refuse(47001);
      if (day.isFull(quota.day)) return refuse(45009);
      if (minute.isFull(quota.minute)) return refuse(45011);
      const read = readMessage(parts, body);
      if (typeof read === 'string') return read;
      if (inFlight.has(read.openid)) return refuse(43108);
      inFlight.add(read.openid);
      whenOver(() => inFlight.delete(read.openid));
      // Others that came at the same time are read before this one acts, so that two to one person are seen.
      await nextTurn();
      return act(read);
    },
  };
}

/** The message, or WeChat's refusal. */
function readMessage(
  parts: SendParts,
  body: Readonly<Record<string, unknown>>,
): Omit<SentMessage, 'at' | 'msgid'> | string {
  const { touser: openid, template_id: templateId, page, data } = body;
  if (typeof openid !== 'string' || !parts.isPerson(openid)) return refuse(40003);
  const template = typeof templateId === 'string' ? parts.findTemplate(templateId) : undefined;
  if (!template) return refuse(40037);
  if (!isPage(page, parts.pages)) return refuse(41030);
  const state = body.miniprogram_state ?? 'formal';
  const lang = body.lang ?? 'zh_CN';
  if (!STATES.has(String(state)) || !LANGUAGES.has(String(lang))) return refuse(40097);
  const values = readData(template.fields, data);
  if (typeof values === 'string') return refuse(47003, values);
  return { openid, templateId: template.id, page, data: values, state: String(state) };
}

/** `pages/article/index?id=7`: without a leading slash, and known where pages are given. */
function isPage(page: unknown, pages: ReadonlySet<string> | undefined): page is string {
  if (typeof page !== 'string' || page.length > 1024) return false;
  const path = /^([\w-]+(?:\/[\w-]+)*)(\?[^\s#]*)?$/.exec(page)?.[1];
  return path !== undefined && (pages === undefined || pages.has(path));
}

/** The values of exactly the template's fields, or what is wrong with them. */
function readData(fields: readonly string[], data: unknown): Record<string, string> | string {
  const given = toEntries(data);
  const values: Record<string, string> = {};
  for (const field of fields) {
    const value = toEntries(given.get(field)).get('value');
    const fault = findFieldFault(field, value);
    if (fault) return `data.${field}.value ${fault}`;
    values[field] = String(value);
  }
  const other = [...given.keys()].find((field) => !fields.includes(field));
  return other === undefined ? values : `data.${other}.value invalid`;
}

function toEntries(value: unknown): Map<string, unknown> {
  return new Map(
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : [],
  );
}
