/** What the double of WeChat's server has sent, as the simulator's desk lists it. */
import { NOTICE_KINDS } from '../cloud/domain/notice-kinds.ts';
import type { FieldSource, NoticeTemplates } from '../cloud/domain/notice-template.ts';
import type { Message, MessageSource } from '../simulator/messages.ts';
import type { SentMessage } from '../tests/support/wechat-server/send.ts';
import type { WechatServer } from '../tests/support/wechat-server/wechat-server.ts';

/** Heads of messages, as WeChat's console would call the templates. */
const TITLES: Readonly<Record<string, string>> = {
  notice: '通知公告提醒',
  channel: '栏目更新提醒',
  event: '新活动提醒',
};
const OTHER_TITLE = '服务通知';
const WORDS_NAME = '温馨提示';

function toName(
  source: FieldSource | undefined,
  values: Readonly<Record<string, { label: string }>>,
) {
  return source?.kind === 'value' ? (values[source.name]?.label ?? source.name) : WORDS_NAME;
}

function toMessage(sent: SentMessage, templates: NoticeTemplates): Message {
  const template = [...templates.values()].find(({ id }) => id === sent.templateId);
  const values = template ? NOTICE_KINDS[template.kind].values : {};
  return {
    ...{ id: sent.msgid, at: sent.at, page: sent.page },
    title: TITLES[template?.kind ?? ''] ?? OTHER_TITLE,
    lines: Object.entries(sent.data).map(([field, text]) => ({
      name: toName(template?.fields[field], values),
      text,
    })),
  };
}

export function createPreviewMessages(
  server: WechatServer,
  templates: NoticeTemplates,
): MessageSource {
  return {
    list: () => server.messages.map((sent) => toMessage(sent, templates)),
    onMessage: (listener) => server.onMessage(() => listener()),
  };
}
