import Taro from '@tarojs/taro';
import { logNotice } from './log.ts';
import { toErrMsg } from './wechat-call.ts';

/** `acceptWithAudio` counts as `accept`; what WeChat may answer one day counts as `filter`: nothing was granted. */
export type SubscribeChoice = 'accept' | 'reject' | 'ban' | 'filter';

/** Why WeChat did not ask at all. */
export type SubscribeRefusal =
  | 'main-switch-off'
  | 'banned'
  | 'no-network'
  | 'not-shown'
  | 'bad-template'
  | 'cancelled'
  | 'too-old'
  | 'other';

export type SubscribeOutcome =
  | { kind: 'answered'; choices: Record<string, SubscribeChoice> }
  | { kind: 'refused'; reason: SubscribeRefusal };

/** Error codes of wx.requestSubscribeMessage (docs/wechat.md, Subscribe messages). The last ones are faults of this program. */
const REASON_BY_CODE = new Map<number, SubscribeRefusal>([
  [10002, 'no-network'],
  [10003, 'no-network'],
  [10005, 'not-shown'],
  [20004, 'main-switch-off'],
  [20005, 'banned'],
  [10001, 'bad-template'],
  [10004, 'bad-template'],
  [20001, 'bad-template'],
  [20002, 'bad-template'],
  [20003, 'bad-template'],
]);

/** What a refusal of wx.requestSubscribeMessage means. Total: an unknown code is `other`. */
function toSubscribeRefusal(refusal: unknown): SubscribeRefusal {
  const { errCode } = refusal as { errCode?: unknown };
  const reason = REASON_BY_CODE.get(Number(errCode));
  if (reason) return reason;
  return toErrMsg(refusal).includes('cancel') ? 'cancelled' : 'other';
}

function toChoice(answer: unknown): SubscribeChoice {
  if (answer === 'accept' || answer === 'acceptWithAudio') return 'accept';
  return answer === 'reject' || answer === 'ban' ? answer : 'filter';
}

/**
 * Lets WeChat ask whether it may send messages by these templates. To be called in the synchronous part of a tap, with one to
 * three different ids, all one-time or all long-term; the reader may answer each in another way.
 */
export function requestSubscribe(templateIds: readonly string[]): Promise<SubscribeOutcome> {
  // Not there before base library 2.4.4.
  if (typeof Taro.requestSubscribeMessage !== 'function') {
    return Promise.resolve({ kind: 'refused', reason: 'too-old' });
  }
  const tmplIds = [...templateIds];
  // `entityIds` is Alipay's name for the same; Taro's type asks for either.
  const option = { tmplIds } as Taro.requestSubscribeMessage.Option;
  return Taro.requestSubscribeMessage(option).then(
    (answer): SubscribeOutcome => {
      const answers = answer as unknown as Record<string, unknown>;
      const choices = tmplIds.map((id) => [id, toChoice(answers[id])] as const);
      return { kind: 'answered', choices: Object.fromEntries(choices) };
    },
    (refusal: unknown): SubscribeOutcome => {
      logNotice(`WeChat did not ask about messages: ${toErrMsg(refusal)}`);
      return { kind: 'refused', reason: toSubscribeRefusal(refusal) };
    },
  );
}

/** What the reader has decided for good, as WeChat's settings keep it. */
export interface SubscribeSetting {
  /** False: no message at all reaches this reader. */
  mainSwitch: boolean;
  /** By template; only what was ticked as 总是保持以上选择. */
  remembered: Record<string, SubscribeChoice>;
}

/** Nothing decided, as far as we know: what a phone says that can't say. */
const UNDECIDED: SubscribeSetting = { mainSwitch: true, remembered: {} };

export function readSubscribeSetting(): Promise<SubscribeSetting> {
  return Taro.getSetting({ withSubscriptions: true }).then(
    ({ subscriptionsSetting }): SubscribeSetting => {
      const { mainSwitch, itemSettings = {} } = subscriptionsSetting ?? {};
      const kept = Object.entries(itemSettings).map(([id, choice]) => [id, toChoice(choice)]);
      return { mainSwitch: mainSwitch !== false, remembered: Object.fromEntries(kept) };
    },
    (refusal: unknown): SubscribeSetting => {
      logNotice(`WeChat did not tell its settings: ${toErrMsg(refusal)}`);
      return UNDECIDED;
    },
  );
}

/** Opens WeChat's settings of this program; to be called in the synchronous part of a tap. Settled when they are closed. */
export function openSettings(): Promise<void> {
  return Taro.openSetting({ withSubscriptions: true }).then(
    () => undefined,
    (refusal: unknown) => logNotice(`WeChat did not open its settings: ${toErrMsg(refusal)}`),
  );
}
