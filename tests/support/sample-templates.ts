import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { WechatTemplate } from './wechat-server/templates.ts';

export const TEMPLATES_PATH = fileURLToPath(
  new URL('../../config/notice-templates.sample.json', import.meta.url),
);

/** What WeChat's console would call the templates. */
const TITLES: Readonly<Record<string, string>> = {
  notice: '通知公告提醒',
  channel: '栏目更新提醒',
  event: '新活动提醒',
};

interface ConfiguredTemplate {
  id: string;
  longTerm: boolean;
  fields: Record<string, string>;
}

/** The templates of a configuration, as WeChat's console would have them; by default of the sample. */
export async function readTemplatesOf(path = TEMPLATES_PATH): Promise<WechatTemplate[]> {
  const text = await readFile(path, 'utf8');
  const configured = JSON.parse(text) as Record<string, ConfiguredTemplate>;
  return Object.entries(configured).map(([kind, { id, longTerm, fields }]) => ({
    id,
    title: TITLES[kind] ?? kind,
    type: longTerm ? 'long' : 'once',
    fields: Object.keys(fields),
  }));
}
