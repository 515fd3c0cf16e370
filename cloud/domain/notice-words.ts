import { CODES, OWN_CODES } from './send-outcome.ts';

type Code =
  | (typeof CODES)[keyof typeof CODES]
  | (typeof OWN_CODES)[keyof typeof OWN_CODES]
  | (typeof TOKEN_CODES)[keyof typeof TOKEN_CODES];

/** WeChat's codes that stand in the way of a token (getStableAccessToken.html), or of sending at all. */
const TOKEN_CODES = {
  wrongAppId: 40013,
  wrongSecret: 40125,
  frozenSecret: 40243,
  noRight: 48001,
  forbidden: 50004,
  frozenAccount: 50007,
} as const;

const INVALID_TOKEN =
  '微信不认接口令牌，换了新的也不认。请核对 WECHAT_SECRET，再看看有没有别的程序在强制刷新这个账号的令牌。';
const WRONG_SECRET =
  'AppSecret 不对，或已经换过。请到公众平台“开发管理 → 开发设置”核对 WECHAT_SECRET。';

/**
 * Why a message was not sent, or why nothing is, as an editor reads it: the cause, and what to do where something can be done
 * (docs/wechat.md, Subscribe messages; sendMessage.html).
 */
export const EDITOR_REASONS: Readonly<Record<Code, string>> = {
  [CODES.busy]: '微信系统繁忙。',
  [CODES.invalidToken]: INVALID_TOKEN,
  [CODES.badToken]: INVALID_TOKEN,
  [CODES.expiredToken]: INVALID_TOKEN,
  [CODES.badOpenid]: '读者的微信身份不属于这个小程序。请核对 WECHAT_APPID 有没有换过。',
  [CODES.badTemplate]: '账号里没有这个模板。请运行 npm run wechat:check，按提示改模板配置。',
  [CODES.forbiddenAddress]:
    '服务器的 IP 不在白名单里。请到公众平台“开发管理 → 开发设置 → IP 白名单”加上。',
  [CODES.badPage]: '消息要打开的页面还没有发布。请先发布小程序，再发一次这条通知。',
  [CODES.notSubscribed]: '读者在微信里已经没有订阅次数：用完了，或者拒收了。',
  [CODES.banned]: '微信不让这个账号发订阅消息。请查看公众平台的通知。',
  [CODES.concurrent]: '微信正在给同一位读者发另一条消息。',
  [CODES.dailyQuota]: '今天的发送次数用完了，明天自动继续。',
  [CODES.minuteQuota]: '这一分钟发得太多，下一分钟自动继续。',
  [CODES.sensitiveWords]: '内容里有微信不允许的词。请改标题或备注，再发一次这条通知。',
  [CODES.badData]:
    '内容不符合模板字段的规则。请运行 npm run wechat:check，改好模板配置，再发一次这条通知。',
  [TOKEN_CODES.wrongAppId]: 'AppID 不对。请到公众平台“开发管理 → 开发设置”核对 WECHAT_APPID。',
  [TOKEN_CODES.wrongSecret]: WRONG_SECRET,
  [TOKEN_CODES.frozenSecret]: 'AppSecret 已冻结。请到公众平台“开发管理 → 开发设置”解冻。',
  [TOKEN_CODES.noRight]: '账号没有订阅消息的接口权限。请到公众平台“功能 → 订阅消息”开通。',
  [TOKEN_CODES.forbidden]: '账号被禁止调用接口。请查看公众平台的通知。',
  [TOKEN_CODES.frozenAccount]: '账号已冻结。请查看公众平台的通知。',
  [OWN_CODES.wrongKey]: '读不出这位读者的微信身份：存的内容坏了，或不是用现在的 DATA_KEY 存的。',
  [OWN_CODES.leftTopic]: '读者点了“不再接收”，没有再发。',
  [OWN_CODES.noToken]: '连不上微信，没有拿到接口令牌。请检查网络、代理和 WECHAT_API_URL。',
};

const isKnown = (code: number): code is Code => Object.hasOwn(EDITOR_REASONS, code);

/**
 * The reason behind a code of WeChat's or of our own, in a Chinese sentence.
 *
 * @param code null where WeChat said nothing at all
 */
export function toEditorReason(code: number | null): string {
  if (code === null) return '连不上微信，或者微信没有回答。';
  return isKnown(code)
    ? EDITOR_REASONS[code]
    : `微信拒绝了，错误码 ${code}，请按错误码查微信文档。`;
}
