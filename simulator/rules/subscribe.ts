import type { Rule, Unheld } from './rule.ts';

const REQUEST = 'api/open-api/subscribe-message/wx.requestSubscribeMessage.html';
const SEND =
  'https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html';
const PUSH = 'framework/server-ability/message-push.html';
const SERVER = 'between the endpoint and the server of WeChat: the phone never sees it';

export const SUBSCRIBE_RULES = {
  'subscribe.tap': {
    line: 'subscribe-1',
    sentence:
      'wx.requestSubscribeMessage is called in the synchronous part of a tap handler: no await, timer or dialog before it',
    source: REQUEST,
    when: 'run',
    where: 'simulator/wx/subscribe.ts',
    level: 'error',
  },
  'subscribe.count': {
    line: 'subscribe-2',
    sentence: 'One call of wx.requestSubscribeMessage names at most 3 templates (20003)',
    source: REQUEST,
    when: 'run',
    where: 'simulator/wx/subscribe.ts',
    level: 'error',
  },
  'subscribe.mixed': {
    line: 'subscribe-2',
    sentence: 'One call does not mix one-time and long-term templates (20002)',
    source: REQUEST,
    when: 'run',
    where: 'simulator/wx/subscribe.ts',
    level: 'error',
  },
  'subscribe.empty': {
    line: 'subscribe-3',
    sentence: 'tmplIds holds at least one template (10001)',
    source: REQUEST,
    when: 'run',
    where: 'simulator/wx/subscribe.ts',
    level: 'error',
  },
  'subscribe.template': {
    line: 'subscribe-3',
    sentence: 'Every id in tmplIds is a template of this account (10004, 20001)',
    source: REQUEST,
    when: 'run',
    where: 'simulator/wx/subscribe.ts',
    level: 'error',
  },
} as const satisfies Record<string, Rule>;

export const SUBSCRIBE_UNHELD: Unheld[] = [
  {
    line: 'subscribe-4',
    sentence:
      'One accept allows one later send; with 总是保持以上选择 the answer comes at once; wx.getSetting tells remembered choices, never remaining sends',
    source: REQUEST,
    reason:
      'the answers are modelled (simulator/wx/subscribe.ts), the ledger of credits is the endpoint’s: nothing a mini-program could break',
  },
  {
    line: 'subscribe-5',
    sentence: 'Long-term templates are granted to few kinds of accounts',
    source: 'framework/open-ability/subscribe-message.html',
    reason: 'WeChat grants them to an account; the launch says which templates the account has',
  },
  {
    line: 'subscribe-6',
    sentence: 'A sent message keeps to the rules of its fields and carries a page',
    source: SEND,
    reason: SERVER,
  },
  {
    line: 'subscribe-7',
    sentence: 'Sending answers with error codes that each ask for another reaction',
    source: SEND,
    reason: SERVER,
  },
  {
    line: 'subscribe-8',
    sentence: 'An access token lives 7200 seconds and is asked for with stable_token',
    source:
      'https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html',
    reason: SERVER,
  },
  {
    line: 'subscribe-9',
    sentence: 'Pushed events carry List as an object for one item, as an array for several',
    source: PUSH,
    reason: SERVER,
  },
  {
    line: 'subscribe-10',
    sentence: 'Pushes are checked by signature, decrypted and answered with success',
    source: PUSH,
    reason: SERVER,
  },
];
