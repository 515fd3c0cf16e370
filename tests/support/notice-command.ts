import { parseNoticeArguments } from '../../cloud/cli/notice-arguments.ts';
import { runNotice } from '../../cloud/cli/run-notice.ts';
import { TEST_NOW, type TestApp } from './app.ts';
import { TEMPLATES_PATH } from './sample-templates.ts';

export interface NoticeCommandOptions {
  /** By default TEST_NOW, in the morning. Milliseconds since the epoch. */
  now?: () => number;
  /** By default the test's own account with the sample's templates. */
  env?: Record<string, string>;
  /** Instead of waiting for permits to send. */
  pause?: () => Promise<unknown>;
}

export interface NoticeCommandEnd {
  code: number;
  out: string;
  err: string;
}

/** The environment that names the account of a test's double of WeChat. */
export function toAccountEnv({ wechat: { settings } }: TestApp): Record<string, string> {
  return {
    WECHAT_APPID: settings.appId,
    WECHAT_SECRET: settings.secret,
    WECHAT_API_URL: settings.apiUrl,
    DATA_KEY: settings.dataKey?.toString('hex') ?? '',
    NOTICE_TEMPLATES: TEMPLATES_PATH,
  };
}

/** Runs `npm run notice -- …` in this process, over a test's store and clock; words must be right. */
export async function runNoticeCommand(
  endpoint: TestApp,
  words: readonly string[],
  { now = () => TEST_NOW, env = toAccountEnv(endpoint), pause }: NoticeCommandOptions = {},
): Promise<NoticeCommandEnd> {
  const parsed = parseNoticeArguments(words, now());
  if (parsed.kind !== 'run') throw new Error(`${parsed.kind}: ${JSON.stringify(parsed)}`);
  const out: string[] = [];
  const err: string[] = [];
  const say = (line: string) => out.push(line);
  const complain = (line: string) => err.push(line);
  const context = { store: endpoint.store, env, now, say, complain };
  const code = await runNotice(context, parsed.command, { ...(pause && { pause }) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** The number of the notice that a command told of. */
export function toNoticeId({ out, err }: NoticeCommandEnd): string {
  const id = /通知编号 ([0-9a-f]{24})/.exec(`${out}\n${err}`)?.[1];
  if (id === undefined) throw new Error(`no notice in: ${out}\n${err}`);
  return id;
}
