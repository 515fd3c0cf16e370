import { isKnownField } from './field-rules.ts';

/** A template of the account. */
export interface WechatTemplate {
  id: string;
  title: string;
  type: 'once' | 'long';
  /** `thing1`, `time2` … */
  fields: readonly string[];
}

/** @throws Error for a field that WeChat doesn't have */
export function createTemplates(list: readonly WechatTemplate[]) {
  for (const { id, fields } of list)
    for (const field of fields)
      if (!isKnownField(field)) throw new Error(`template ${id} has no such field: ${field}`);
  const byId = new Map(list.map((template) => [template.id, template]));
  const data = list.map(({ id, title, type, fields }) => ({
    priTmplId: id,
    title,
    content: fields.map((field, index) => `项目${index + 1}:{{${field}.DATA}}\n`).join(''),
    example: fields.map((_, index) => `项目${index + 1}:…\n`).join(''),
    type: type === 'once' ? 2 : 3,
  }));
  return {
    find: (id: string) => byId.get(id),
    answer: () => JSON.stringify({ errcode: 0, errmsg: 'ok', data }),
  };
}
