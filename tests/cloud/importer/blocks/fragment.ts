import { importFragment } from '../../../../cloud/importer/import-fragment.ts';

export const base = { kind: 'web', address: 'https://fl.example/news/t1.html' } as const;

/** HTML that is all body, as content. */
export async function read(html: string) {
  const fragment = await importFragment(html, base);
  if (!fragment.ok) throw new Error(fragment.reason);
  return fragment.value;
}

export const paragraph = (text: string, style: object = {}) => ({
  kind: 'paragraph',
  spans: [{ text, ...style }],
});
export const item = (text: string) => ({ spans: [{ text }] });
export const cell = (text: string, span: object = {}) => ({
  spans: text === '' ? [] : [{ text }],
  ...span,
});
export const image = (name: string, more: object = {}) => ({
  kind: 'image',
  url: `https://fl.example/news/${name}`,
  alt: '',
  ...more,
});
