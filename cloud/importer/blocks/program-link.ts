import type { BlockOf } from './block-kinds.ts';

type Attributes = ReadonlyMap<string, string>;
export type CardTarget = BlockOf<'linkCard'>['target'];
export type ProgramTarget = Extract<CardTarget, { kind: 'miniProgram' }>;

const APP_ID = /^wx[0-9a-f]{16}$/;

function toTarget(appId: string, written: string): ProgramTarget | undefined {
  if (!APP_ID.test(appId)) return undefined;
  // 公众号 articles write pages as `pages/a/a.html?x=1`; WeChat's call wants them without.
  const path = written
    .trim()
    .replace(/^\/+/, '')
    .replace(/\.html(?=\?|$)/, '');
  return { kind: 'miniProgram', appId, ...(path === '' ? {} : { path }) };
}

/** `<mp-miniprogram>` and links of 公众号 articles that carry the same attributes. */
export function readProgramAttributes(attributes: Attributes): ProgramTarget | undefined {
  const appId = attributes.get('data-miniprogram-appid')?.trim();
  if (appId === undefined) return undefined;
  return toTarget(appId, attributes.get('data-miniprogram-path') ?? '');
}

/** What such an element calls itself; empty when it does not say. */
export function readProgramTitle(attributes: Attributes): string {
  return (
    attributes.get('data-miniprogram-title')?.trim() ||
    attributes.get('data-miniprogram-nickname')?.trim() ||
    ''
  );
}

/** `weapp://wx…/pages/a?x=1` and WeChat's own `weixin://dl/business/?appid=wx…&path=…&query=…`. */
export function readProgramAddress(address: string): ProgramTarget | undefined {
  const [, appId = '', path = ''] = /^weapp:\/\/(wx[0-9a-f]{16})\/?(.*)$/.exec(address) ?? [];
  if (appId !== '') return toTarget(appId, path);
  const query = /^weixin:\/\/dl\/business\/?\?(.*)$/.exec(address)?.[1];
  if (query === undefined) return undefined;
  const values = new URLSearchParams(query);
  const more = values.get('query');
  return toTarget(
    values.get('appid') ?? '',
    `${values.get('path') ?? ''}${more ? `?${more}` : ''}`,
  );
}

/** An article of a 公众号 by its address, always `https:`; undefined for every other address. */
export function toOfficialArticle(address: string): CardTarget | undefined {
  const match = /^https?:\/\/(mp\.weixin\.qq\.com\/s[/?].+)$/.exec(address);
  return match === null ? undefined : { kind: 'officialArticle', url: `https://${match[1]}` };
}
