import type { NoticeTemplate } from '../domain/notice-template.ts';
import type { WechatFailure } from '../wechat/answer.ts';
import type { WechatSettings } from '../wechat-settings.ts';

/** What to do about an errcode, where that is known (docs/wechat.md, Subscribe messages). */
const REFUSALS: Readonly<Record<number, string>> = {
  [-1]: '微信系统繁忙，请过几分钟再试。',
  40001: 'AppSecret 不对，或已经换过。请到公众平台“开发管理 → 开发设置”核对 WECHAT_SECRET。',
  40013: 'AppID 不对。请到公众平台“开发管理 → 开发设置”核对 WECHAT_APPID。',
  40125: 'AppSecret 不对，或已经换过。请到公众平台“开发管理 → 开发设置”核对 WECHAT_SECRET。',
  40164:
    '这台机器的 IP 不在白名单里。请到公众平台“开发管理 → 开发设置 → IP 白名单”加上括号里的 IP。',
  40243: 'AppSecret 已冻结。请到公众平台“开发管理 → 开发设置”解冻。',
  45009: '今天调用接口的次数用完了，请明天再试。',
  45011: '调用接口太频繁，请过一分钟再试。',
  48001: '这个账号没有订阅消息的接口权限。请到公众平台“功能 → 订阅消息”开通。',
  50004: '账号被禁止调用这个接口。请查看公众平台的通知。',
  50007: '账号已冻结。请查看公众平台的通知。',
};

/** What comes from elsewhere may hold what moves the cursor of a terminal or forges a line. */
const showControls = (text: string) => text.replace(/\p{Cc}/gu, '�');

function toReason(failure: WechatFailure): string {
  switch (failure.kind) {
    case 'refused': {
      const todo = REFUSALS[failure.code] ?? '微信拒绝了，请按错误码查微信文档。';
      return `${todo}（${failure.code} ${failure.message}）`;
    }
    case 'unsent':
      return `连不上微信，请检查网络、代理和 WECHAT_API_URL。（${failure.message}）`;
    case 'lost':
      return `没有等到微信的回答，请再试一次。（${failure.message}）`;
    case 'status':
      return `微信前面的网关出错，请过几分钟再试。（HTTP ${failure.status}）`;
    case 'unexpected':
      return `看不懂收到的回答，请核对 WECHAT_API_URL。（${failure.message}）`;
  }
}

const good = (what: string) => `✓ ${showControls(what)}`;
const bad = (what: string) => `✗ ${showControls(what)}`;
/** Neither: left out on purpose, perhaps. */
const left = (what: string) => `－ ${showControls(what)}`;

/** Everything that `npm run wechat:check` says, once. */
export const wechatCheckWords = {
  usage: `用法：npm run wechat:check

核对环境变量、模板配置，以及公众平台上的账号和模板。不发消息，不改任何东西。`,
  settingsWrong: (problem: string) => bad(`设置：${problem}`),
  settingsRight: ({ appId, apiUrl, identity, state }: WechatSettings) =>
    good(`设置：AppID ${appId}，接口 ${apiUrl}，登录方式 ${identity}，消息打开 ${state} 版`),
  noAccount: bad(
    '设置：没有 WECHAT_APPID 和 WECHAT_SECRET，没有问微信。请从公众平台“开发管理 → 开发设置”取得，设好再试。',
  ),
  pushSecure: good('消息推送：安全模式'),
  pushPlain: good('消息推送：明文模式（设置 WECHAT_PUSH_KEY 后为安全模式）'),
  pushNone: left('消息推送：没有设置 WECHAT_PUSH_TOKEN，读者在微信里关闭通知时，这里不会知道。'),
  templatesNone: left(
    '模板配置：没有设置 NOTICE_TEMPLATES，不发通知。样例在 config/notice-templates.sample.json。',
  ),
  templatesWrong: (problem: string) => bad(`模板配置：${problem}`),
  templatesRight: (path: string, kinds: readonly string[]) =>
    good(`模板配置：${path}（${kinds.join('、')}）`),
  tokenRefused: (failure: WechatFailure) => bad(`账号：${toReason(failure)}`),
  tokenGiven: good('账号：AppID 和 AppSecret 有效，这台机器的 IP 可以调用接口'),
  listRefused: (failure: WechatFailure) => bad(`账号的模板：${toReason(failure)}`),
  templateWrong: (problem: string) => bad(`账号的模板：${problem}`),
  templateRight: ({ kind, id }: NoticeTemplate) => good(`账号的模板：${kind} 与 ${id} 一致`),
  isBad: (line: string) => line.startsWith('✗'),
};
