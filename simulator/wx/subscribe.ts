import type { Host } from '../host/host.ts';
import type { SubscribeAnswer } from '../host/phone/setting.ts';
import { askPerson } from '../host/screen/question-sheet.ts';
import { QUESTION_WORDS } from '../host/screen/question-words.ts';
import type { RuleId } from '../rules/rule-table.ts';
import { type Answer, type ApiGroup, async, Refusal } from './api.ts';
import { noTap } from './refusals.ts';
import { tellWeChat } from './wechat-server.ts';

/** WeChat's limit for one call; later documents say 5, older versions of WeChat keep to 3. */
const MOST_TEMPLATES = 3;
/** Answers that the person gave, unlike `ban` and `filter`, which are WeChat's own. */
const GIVEN: readonly SubscribeAnswer[] = ['accept', 'acceptWithAudio', 'reject'];

export const subscribeApis: ApiGroup = (host) => ({
  // Not an async function: whether a tap is under way is known at the call alone.
  requestSubscribeMessage: async(({ tmplIds }) => {
    if (!host.gesture.isTap) {
      const when = 'an await, a timer, a callback or a dialog came before it, or no tap at all';
      host.ledger.breakRule('subscribe.tap', `called outside a tap handler: ${when}`);
      return noTap();
    }
    const ids: unknown[] = Array.isArray(tmplIds) ? tmplIds : [];
    return findFault(host, ids) ?? request(host, ids as string[]);
  }),
});

/** Errors of the program first, then what a correct program meets. */
function findFault(host: Host, ids: unknown[]): Refusal | null {
  const breach = (rule: RuleId, detail: string, errCode: number, reason: string) => {
    host.ledger.breakRule(rule, detail);
    return new Refusal(reason, { errCode });
  };
  const { templates } = host.account;
  if (ids.length === 0) {
    return breach('subscribe.empty', 'tmplIds is empty', 10001, "TmplIds can't be empty");
  }
  const odd = ids.find((id) => typeof id !== 'string' || id === '');
  if (odd !== undefined) {
    const shown = JSON.stringify(odd);
    return breach('subscribe.template', `${shown} is no id`, 10004, 'Invalid template id');
  }
  if (ids.length > MOST_TEMPLATES) {
    const detail = `${ids.length} templates at once`;
    return breach('subscribe.count', detail, 20003, 'Templates count out of max bounds');
  }
  const unknown = (ids as string[]).filter((id) => !Object.hasOwn(templates, id));
  if (unknown.length > 0) {
    const detail = `the account has no template ${unknown.join(', ')}`;
    const reason = 'No template data return, verify the template id exist';
    return breach('subscribe.template', detail, 20001, reason);
  }
  if (new Set((ids as string[]).map((id) => templates[id])).size > 1) {
    const detail = (ids as string[]).map((id) => `${id} ${templates[id]}`).join(', ');
    return breach('subscribe.mixed', detail, 20002, 'Templates type must be same');
  }
  if (host.network.current === 'none') return new Refusal('request list fail', { errCode: 10002 });
  if (host.user.subscribeSwitch) return null;
  return new Refusal('The main switch is switched off', { errCode: 20004 });
}

/** What was kept from earlier is answered without asking; the rest as the person says. */
function request(host: Host, ids: string[]): Promise<Answer> {
  const { user } = host;
  const answers: Record<string, SubscribeAnswer> = {};
  const toShow: string[] = [];
  const asked: string[] = [];
  for (const id of new Set(ids)) {
    const kept = user.subscribeRemembered[id];
    const answer = kept ?? user.subscribe[id] ?? user.subscribe['*'] ?? 'ask';
    if (!kept) asked.push(id);
    if (answer === 'ask') toShow.push(id);
    else answers[id] = answer;
  }
  if (toShow.length === 0) return settle(host, answers, asked, user.rememberSubscribe);
  return showSheet(host, toShow).then(({ shown, remember }) =>
    settle(host, { ...answers, ...shown }, asked, remember),
  );
}

async function showSheet(host: Host, ids: string[]) {
  const { allow: yes, cancel: no, subscribe: heading, remember } = QUESTION_WORDS;
  const reply = await askPerson(host, { heading, choices: ids, remember, yes, no });
  const shown: Record<string, SubscribeAnswer> = {};
  for (const id of ids) shown[id] = reply.chosen.includes(id) ? 'accept' : 'reject';
  return { shown, remember: reply.remember };
}

/** WeChat's server knows of the answers before the program does, so that it can send at once. */
async function settle(
  host: Host,
  answers: Record<string, SubscribeAnswer>,
  asked: string[],
  remember: boolean,
): Promise<Answer> {
  for (const id of remember ? asked : []) {
    const answer = answers[id];
    if (answer && GIVEN.includes(answer)) host.user.subscribeRemembered[id] = answer;
  }
  host.ledger.addEffect('subscribe', { answers, asked });
  const refused = await tellWeChat(host, '/phone/subscriptions', { answers });
  if (refused) {
    const what = `WeChat's server was not told of the answers to wx.requestSubscribeMessage`;
    host.ledger.addError('error', 'simulator', `${what}: ${refused.reason}`);
  }
  return answers;
}
