import { createHash } from 'node:crypto';
import { isJsonObject, type JsonObject } from '../json-object.ts';
import type { PushEvent } from './push-event.ts';

/** WeChat's names of the events, and the member that some of its documents put their list into. */
const NESTED_LIST: Readonly<Record<string, string>> = {
  subscribe_msg_popup_event: 'SubscribeMsgPopupEvent',
  subscribe_msg_change_event: 'SubscribeMsgChangeEvent',
  subscribe_msg_sent_event: 'SubscribeMsgSentEvent',
};

/** The events of one push; none for a push that is about something else or tells nothing. */
export function toPushEvents(push: JsonObject): PushEvent[] {
  const openid = toText(push.FromUserName);
  const name = toText(push.Event);
  const nested = Object.hasOwn(NESTED_LIST, name) ? NESTED_LIST[name] : undefined;
  if (openid === '' || nested === undefined) return [];
  return readList(push, nested).flatMap((item, index) => {
    const templateId = toText(item.TemplateId);
    if (templateId === '') return [];
    const key = toKey([openid, toText(push.CreateTime), name, templateId, index, ...toMarks(item)]);
    return toEvent(name, item, { openid, templateId, key });
  });
}

function toEvent(
  name: string,
  item: JsonObject,
  about: { openid: string; templateId: string; key: string },
): PushEvent[] {
  const status = toText(item.SubscribeStatusString);
  if (name === 'subscribe_msg_sent_event') {
    const errorCode = toText(item.ErrorCode);
    const messageId = toText(item.MsgID);
    if (messageId === '' || !/^-?\d{1,9}$/.test(errorCode)) return [];
    return [{ kind: 'result', ...about, messageId, errorCode: Number(errorCode) }];
  }
  if (name === 'subscribe_msg_popup_event')
    return status === 'accept' || status === 'reject'
      ? [{ kind: 'answered', ...about, status }]
      : [];
  return status === 'reject' ? [{ kind: 'rejected', ...about }] : [];
}

/** `List` is an object when it has one item, an array when it has several; XML-like pushes nest it once more. */
function readList(push: JsonObject, nested: string): JsonObject[] {
  const inner = push[nested];
  const list = push.List ?? (isJsonObject(inner) ? (inner.List ?? inner) : inner);
  return (Array.isArray(list) ? list : [list]).filter(isJsonObject);
}

function toMarks(item: JsonObject): string[] {
  return [item.MsgID, item.SubscribeStatusString, item.ErrorCode].map(toText);
}

function toKey(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** WeChat writes numbers as text in one push and as numbers in the next. */
function toText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
}
