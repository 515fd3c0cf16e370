import { readFile } from 'node:fs/promises';
import { NOTICE_KINDS, type NoticeKindName } from '../domain/notice-kinds.ts';
import type { NoticeTemplate, NoticeTemplates } from '../domain/notice-template.ts';
import { readTemplate } from './read-template.ts';
import { findRepeatedKeys } from './repeated-keys.ts';
import { isRecord, type TemplateReport, toPlace } from './template-report.ts';

export type TemplatesOutcome =
  | { ok: true; templates: NoticeTemplates }
  /** Each on one line: where, what, and what to do. */
  | { ok: false; problems: string[] };

const KINDS = Object.keys(NOTICE_KINDS).join(', ');
/** A configuration to begin with; its ids are those of the test server. */
const SAMPLE = 'config/notice-templates.sample.json';

const isKind = (name: string): name is NoticeKindName => Object.hasOwn(NOTICE_KINDS, name);
const toFieldNames = ({ fields }: NoticeTemplate) => Object.keys(fields).sort().join(' ');

/** Kinds may share one of WeChat's templates, which is then the same for each. */
function compareSharing(templates: readonly NoticeTemplate[], report: TemplateReport): void {
  for (const [index, template] of templates.entries()) {
    const first = templates.slice(0, index).find(({ id }) => id === template.id);
    if (first === undefined) continue;
    if (first.isLongTerm !== template.isLongTerm) {
      const problem = `not as in ${first.kind}, which has the same id: a template is one or the other.`;
      report([template.kind, 'longTerm'], problem);
    }
    if (toFieldNames(first) !== toFieldNames(template)) {
      const problem = `other fields than in ${first.kind}, which has the same id: name the same.`;
      report([template.kind, 'fields'], problem);
    }
  }
}

function readAll(value: Record<string, unknown>, report: TemplateReport): NoticeTemplate[] {
  const templates = Object.entries(value).flatMap(([name, each]) => {
    if (isKind(name)) return readTemplate(name, each, report) ?? [];
    report([name], `no kind of notice: there are ${KINDS}.`);
    return [];
  });
  compareSharing(templates, report);
  return templates;
}

function parseJson(json: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    return { ok: false, reason: (error as SyntaxError).message.replace(/\s+/g, ' ') };
  }
}

/**
 * Reads the configuration of templates:
 * `{ "notice": { "id": "…", "longTerm": false, "fields": { "thing1": "title", "thing3": "=点开查看全文" } }, … }`.
 * All that is wrong comes back at once.
 */
export function parseNoticeTemplates(json: string): TemplatesOutcome {
  // Editors on Windows may begin a file with a byte order mark.
  const parsed = parseJson(json.replace(/^\uFEFF/, ''));
  if (!parsed.ok) return { ok: false, problems: [`not JSON (${parsed.reason}): see ${SAMPLE}.`] };
  const { value } = parsed;
  if (!isRecord(value) || Object.keys(value).length === 0) {
    const problem = `no templates: write {"notice": {…}} with any of ${KINDS}, as in ${SAMPLE}.`;
    return { ok: false, problems: [problem] };
  }
  const problems: string[] = [];
  const report: TemplateReport = (way, problem) => problems.push(`${toPlace(way)}: ${problem}`);
  for (const way of findRepeatedKeys(json)) report(way, 'stands here twice: keep one.');
  const templates = readAll(value, report);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, templates: new Map(templates.map((template) => [template.kind, template])) };
}

/** Reads the configuration from a file; each problem begins with its path. */
export async function readNoticeTemplates(path: string): Promise<TemplatesOutcome> {
  const outcome = await readFile(path, 'utf8').then(parseNoticeTemplates, toUnreadable);
  if (outcome.ok) return outcome;
  return { ok: false, problems: outcome.problems.map((problem) => `${path}: ${problem}`) };
}

function toUnreadable({ code }: NodeJS.ErrnoException): TemplatesOutcome {
  const todo = `copy ${SAMPLE} there and enter your template ids, or set NOTICE_TEMPLATES to another file.`;
  return { ok: false, problems: [`can't be read (${code}): ${todo}`] };
}
