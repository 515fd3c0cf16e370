import type { NoticeKindName } from '../domain/notice-kinds.ts';
import type { FieldSource, NoticeTemplate } from '../domain/notice-template.ts';
import { readField } from './read-field.ts';
import { isRecord, type TemplateReport } from './template-report.ts';

const MEMBERS = ['id', 'longTerm', 'fields'];
/** What a message must tell, whatever else it tells. */
const NEEDED = 'title';
/** As `wx.requestSubscribeMessage` and the contract (types/subscription.ts) carry it. */
const TEMPLATE_ID = /^[\w-]{1,100}$/;
/** Stands for a field that was reported: the template is not used, but what fields it has can be compared. */
const REPORTED: FieldSource = { kind: 'words', words: '' };

function readFields(
  kind: NoticeKindName,
  value: unknown,
  report: TemplateReport,
): Record<string, FieldSource> {
  const way = [kind, 'fields'];
  if (!isRecord(value)) {
    report(way, `missing: write {"thing1": "${NEEDED}", …} with every field of the template.`);
    return {};
  }
  if (!Object.values(value).includes(NEEDED)) {
    report(way, `${NEEDED} is used nowhere: let a thing field show it.`);
  }
  const sources = Object.entries(value).map(([field, text]) => {
    const read = readField(kind, field, text);
    if (!read.ok) report([...way, field], read.problem);
    return [field, read.ok ? read.source : REPORTED] as const;
  });
  return Object.fromEntries(sources);
}

/**
 * Reads the template of a kind. What is wrong goes to `report`; what comes back is to be used only when nothing did.
 * Undefined when it has no id to know it by.
 */
export function readTemplate(
  kind: NoticeKindName,
  value: unknown,
  report: TemplateReport,
): NoticeTemplate | undefined {
  if (!isRecord(value)) {
    report([kind], 'no template: write {"id": "…", "longTerm": false, "fields": {…}}.');
    return undefined;
  }
  for (const name of Object.keys(value).filter((member) => !MEMBERS.includes(member))) {
    report([kind, name], `unknown: a template has ${MEMBERS.join(', ')}.`);
  }
  const { id, longTerm } = value;
  const isId = typeof id === 'string' && TEMPLATE_ID.test(id);
  if (!isId) {
    report([kind, 'id'], "no template id: copy it from WeChat's console (订阅消息 → 我的模板).");
  }
  if (typeof longTerm !== 'boolean') {
    report([kind, 'longTerm'], 'write true for 长期订阅, false for 一次性订阅.');
  }
  const fields = readFields(kind, value.fields, report);
  return isId ? { kind, id, isLongTerm: longTerm === true, fields } : undefined;
}
