import type { NoticeTemplate, NoticeTemplates } from '../domain/notice-template.ts';
import { readNoticeTemplates } from '../notices/read-templates.ts';
import { findTemplateProblems } from '../notices/template-problems.ts';
import type { TemplateInfo, WechatApi } from '../wechat/wechat-api.ts';
import { parseWechatSettings, type WechatSettings } from '../wechat-settings.ts';
import { wechatCheckWords as words } from './wechat-check-words.ts';
import { EXIT, type ExitCode } from './with-database.ts';

/** What WeChat's API is called with. */
export type WechatAccount = Pick<WechatSettings, 'appId' | 'secret' | 'apiUrl' | 'state'>;

export interface WechatCheck {
  /** In Chinese, each with ✓, ✗ or － (not set). None holds a secret. */
  lines: string[];
  /** `failed` when a line has ✗. */
  exitCode: ExitCode;
}

type Environment = Record<string, string | undefined>;

function describeSettings(settings: WechatSettings): string[] {
  const { push } = settings;
  const pushed = push?.aesKey === undefined ? words.pushPlain : words.pushSecure;
  return [words.settingsRight(settings), push === undefined ? words.pushNone : pushed];
}

/** Without valid templates only the account is asked about. */
async function checkFile(
  path: string | undefined,
): Promise<{ lines: string[]; templates: NoticeTemplates }> {
  if (!path) return { lines: [words.templatesNone], templates: new Map() };
  const read = await readNoticeTemplates(path);
  if (!read.ok) return { lines: read.problems.map(words.templatesWrong), templates: new Map() };
  const { templates } = read;
  return { lines: [words.templatesRight(path, [...templates.keys()])], templates };
}

function compareTemplate(template: NoticeTemplate, infos: readonly TemplateInfo[]): string[] {
  const problems = findTemplateProblems(new Map([[template.kind, template]]), infos);
  return problems.length === 0
    ? [words.templateRight(template)]
    : problems.map(words.templateWrong);
}

async function askWechat(api: WechatApi, templates: NoticeTemplates): Promise<string[]> {
  // Not forced: a forced one would end the token that a running endpoint uses.
  const given = await api.fetchToken(false);
  if (!given.ok) return [words.tokenRefused(given.failure)];
  if (templates.size === 0) return [words.tokenGiven];
  const listed = await api.listTemplates(given.value.token);
  if (!listed.ok) return [words.tokenGiven, words.listRefused(listed.failure)];
  const compared = [...templates.values()].flatMap((each) => compareTemplate(each, listed.value));
  return [words.tokenGiven, ...compared];
}

async function collectLines(
  env: Environment,
  connect: (account: WechatAccount) => WechatApi,
): Promise<string[]> {
  const file = await checkFile(env.NOTICE_TEMPLATES?.trim());
  const parsed = parseWechatSettings(env);
  if (!parsed.ok) return [words.settingsWrong(parsed.problem), ...file.lines];
  const { settings } = parsed;
  if (settings === undefined) return [words.noAccount, ...file.lines];
  const asked = await askWechat(connect(settings), file.templates);
  return [...describeSettings(settings), ...file.lines, ...asked];
}

/**
 * Checks the settings and the file of templates, and with an account asks WeChat whether it accepts it, its IP and the
 * templates. Sends nothing and changes nothing.
 */
export async function checkWechat(
  env: Environment,
  connect: (account: WechatAccount) => WechatApi,
): Promise<WechatCheck> {
  const lines = await collectLines(env, connect);
  return { lines, exitCode: lines.some(words.isBad) ? EXIT.failed : EXIT.ok };
}
