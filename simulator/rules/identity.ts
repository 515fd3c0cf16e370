import type { Rule, Unheld } from './rule.ts';

const LOGIN = 'api/open-api/login/wx.login.html';
const CONTAINER =
  'https://developers.weixin.qq.com/miniprogram/dev/wxcloudrun/src/development/call/mini.html';
const PRIVACY = 'framework/user-privacy/PrivacyAuthorize.html';
const RULES_OF_OPERATION = 'https://developers.weixin.qq.com/miniprogram/product/';

export const IDENTITY_RULES = {
  'login.code-once': {
    line: 'identity-1',
    sentence: 'A code of wx.login is sent once, and within five minutes',
    source: LOGIN,
    when: 'run',
    where: 'simulator/host/phone/login-codes.ts',
    level: 'error',
  },
  'identity.secret': {
    line: 'identity-1',
    sentence: 'No answer to the mini-program carries a session_key or an openid',
    source: 'framework/open-ability/login.html',
    when: 'run',
    where: 'simulator/wx/login.ts',
    level: 'error',
  },
  'container.request': {
    line: 'identity-2',
    sentence: 'The data of one wx.cloud.callContainer hold at most 100 KiB',
    source: CONTAINER,
    when: 'run',
    where: 'simulator/wx/cloud.ts',
    level: 'error',
  },
  'container.response': {
    line: 'identity-2',
    sentence: 'An answer to wx.cloud.callContainer holds at most 1000 KiB',
    source: CONTAINER,
    when: 'run',
    where: 'simulator/wx/cloud.ts',
    level: 'error',
  },
  'container.time': {
    line: 'identity-2',
    sentence:
      'An answer to wx.cloud.callContainer comes within 15 seconds, and no longer timeout is asked for',
    source: CONTAINER,
    when: 'run',
    where: 'simulator/wx/cloud.ts',
    level: 'error',
  },
  'privacy.declared': {
    line: 'identity-3',
    sentence: 'What touches personal data is declared in the account’s privacy guide (errno 112)',
    source: PRIVACY,
    when: 'run',
    where: 'simulator/wx/privacy.ts',
    level: 'error',
  },
  'permission.start': {
    line: 'identity-4',
    sentence: 'Nothing asks for a permission before the person has tapped',
    source: RULES_OF_OPERATION,
    when: 'run',
    where: 'simulator/wx/permissions.ts',
    level: 'error',
  },
} as const satisfies Record<string, Rule>;

export const IDENTITY_UNHELD: Unheld[] = [
  {
    line: 'identity-1',
    sentence: 'code2Session answers with error codes of its own',
    source: LOGIN,
    reason: 'between the endpoint and the server of WeChat: the phone never sees it',
  },
  {
    line: 'identity-2',
    sentence: 'Headers X-WX-… can be trusted only behind a closed ingress',
    source: CONTAINER,
    reason: 'a matter of the endpoint and how it is set up; the simulator adds the headers',
  },
  {
    line: 'identity-3',
    sentence: 'A refusal answers 103 or 104, and asks again after 10 seconds at the earliest',
    source: PRIVACY,
    reason: 'modelled as the answer to a call (simulator/wx/privacy.ts): a refusal is no breach',
  },
  {
    line: 'identity-4',
    sentence: 'A refusal blocks nothing else; nothing rewards or forces sharing or subscribing',
    source: RULES_OF_OPERATION,
    reason: 'a judgement about words and flow that review makes, no call shows it',
  },
  {
    line: 'identity-5',
    sentence: 'An account can log out, correct and delete its data, and complain',
    source: RULES_OF_OPERATION,
    reason: 'a matter of the product, held by its own end-to-end tests',
  },
  {
    line: 'identity-6',
    sentence: 'Text that users write passes msgSecCheck',
    source:
      'https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html',
    reason: 'between the endpoint and the server of WeChat: the phone never sees it',
  },
];
