import type { NoticeTemplate, NoticeTemplates } from '../domain/notice-template.ts';
import type { TemplateInfo } from '../wechat/wechat-api.ts';

/** What an editor reads about a template that differs from the account's. */
const words = {
  missing: (id: string) => `账号里没有模板 ${id}，请到公众平台“订阅消息 → 我的模板”核对 id。`,
  unfilled: (title: string, field: string) =>
    `模板“${title}”有字段 ${field}，配置里没有，请在 fields 里加上。`,
  unknown: (title: string, field: string) =>
    `模板“${title}”没有字段 ${field}，请从 fields 里去掉。`,
  longTerm: (title: string) => `模板“${title}”是长期订阅，请把 longTerm 改为 true。`,
  oneTime: (title: string) => `模板“${title}”是一次性订阅，请把 longTerm 改为 false。`,
};

function compare(template: NoticeTemplate, info: TemplateInfo | undefined): string[] {
  if (info === undefined) return [words.missing(template.id)];
  const { title, isLongTerm, fields } = info;
  const configured = Object.keys(template.fields);
  const unfilled = fields.filter((field) => !configured.includes(field));
  const unknown = configured.filter((field) => !fields.includes(field));
  const term = isLongTerm ? words.longTerm(title) : words.oneTime(title);
  return [
    ...unfilled.map((field) => words.unfilled(title, field)),
    ...unknown.map((field) => words.unknown(title, field)),
    ...(isLongTerm === template.isLongTerm ? [] : [term]),
  ];
}

/**
 * Where the configuration differs from the templates that WeChat's account has, a Chinese sentence each, beginning with
 * the kind. Empty when every message would have the right fields.
 */
export function findTemplateProblems(
  templates: NoticeTemplates,
  infos: readonly TemplateInfo[],
): string[] {
  return [...templates.values()].flatMap((template) => {
    const info = infos.find(({ id }) => id === template.id);
    return compare(template, info).map((problem) => `${template.kind}：${problem}`);
  });
}
