import { fileURLToPath } from 'node:url';
import type { NoticeTemplates } from '../domain/notice-template.ts';
import { readNoticeTemplates } from '../notices/read-templates.ts';
import { isContainer } from '../settings.ts';
import type { NoticeContext } from './notice-context.ts';
import { noticeWords } from './notice-words.ts';

const SAMPLE = 'config/notice-templates.sample.json';
const SAMPLE_PATH = fileURLToPath(new URL(`../../${SAMPLE}`, import.meta.url));

const isSet = (value: string | undefined) => Boolean(value?.trim());

/** Where nothing of WeChat is configured: `npm start` runs with the sample then. */
function isTrial(env: NoticeContext['env']): boolean {
  const hasAccount = Object.keys(env).some(
    (name) => name.startsWith('WECHAT_') && isSet(env[name]),
  );
  return !hasAccount && !isContainer(env);
}

/** The templates that the environment names, or the sample's; undefined when there are none, which has been said then. */
export async function chooseTemplates({
  env,
  say,
  complain,
}: NoticeContext): Promise<NoticeTemplates | undefined> {
  const named = env.NOTICE_TEMPLATES?.trim();
  if (!named && !isTrial(env)) {
    complain(noticeWords.noTemplates);
    return undefined;
  }
  if (!named) say(noticeWords.sampleTemplates(SAMPLE));
  const read = await readNoticeTemplates(named || SAMPLE_PATH);
  if (read.ok) return read.templates;
  for (const problem of read.problems) complain(noticeWords.badTemplates(problem));
  return undefined;
}
