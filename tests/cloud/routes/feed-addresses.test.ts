import { describe, expect, it } from '@jest/globals';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { createTestApp, TEST_NOW, type TestAppOptions } from '../../support/app.ts';
import { makeArticleDraft } from '../../support/drafts.ts';
import { toEveryBlock } from '../../support/every-block.ts';

const PUBLIC = 'https://news.example.cn/women';
const CDN = 'https://cdn.example.cn/files';
const HERE = 'http://10.0.0.7:8787';

const OUTSIDE = [
  ...['https://mp.weixin.qq.com/s/abc', 'https://a.example/x', 'https://fl.example/t1.html'],
  'https://pictures.example/far.png',
];

/** Every address of a document, by where it stands, without those of other sites and XML's own names. */
function listOwn(document: string): string[] {
  const plain = document.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('\\"', '"');
  const found = [
    ...plain.matchAll(/(?:href|src|url|"url":|"image":|"feed_url":)=?"([^"]*)"/g),
    ...plain.matchAll(/<link>([^<]*)</g),
  ].map(([, address = '']) => address);
  return found.filter((address) => !OUTSIDE.includes(address) && !/^(?:tel|mailto):/.test(address));
}

async function readFeeds(options: TestAppOptions) {
  const endpoint = await createTestApp(options);
  const draft = makeArticleDraft({
    address: 'https://fl.example/t1.html',
    cover: { url: '/media/c.webp', alt: '' },
    blocks: [
      ...toEveryBlock('/media/a.webp'),
      { kind: 'image', url: 'https://pictures.example/far.png', alt: '' },
    ],
    attachments: [{ name: '报名表', url: '/media/form.docx', fileType: 'docx', size: 12 }],
  });
  await saveArticle(endpoint.store, draft, TEST_NOW);
  const read = (url: string) => endpoint.app.inject({ url, headers: { host: new URL(HERE).host } });
  const [json, xml] = [await read('/feed.json?channel=news'), await read('/feed.xml?channel=news')];
  await endpoint.drop();
  return { json, xml };
}

const MEDIA = ['a.webp', 'a.webp?1', 'a.webp?2', 'a.webp?3', 'film.mp4', 'letter.mp3', 'form.docx'];

describe('the addresses in the feeds', () => {
  it.each<[string, TestAppOptions, { home: string; media: string; caching: RegExp }]>([
    [
      'PUBLIC_URL: of the endpoint and its files',
      { publicUrl: PUBLIC },
      { home: PUBLIC, media: PUBLIC, caching: /^public/ },
    ],
    [
      'MEDIA_BASE_URL too: files from there',
      { publicUrl: PUBLIC, mediaBaseUrl: CDN },
      { home: PUBLIC, media: CDN, caching: /^public/ },
    ],
    [
      'neither: the address of the request, for nobody else to keep',
      {},
      { home: HERE, media: HERE, caching: /^private/ },
    ],
    [
      'MEDIA_BASE_URL alone',
      { mediaBaseUrl: CDN },
      { home: HERE, media: CDN, caching: /^private/ },
    ],
  ])('%s', async (_name, options, { home, media, caching }) => {
    const { json, xml } = await readFeeds(options);
    const files = MEDIA.map((name) => `${media}/media/${name}`);
    expect(new Set(listOwn(json.body))).toEqual(
      new Set([`${home}/feed.json?channel=news`, `${media}/media/c.webp`, ...files]),
    );
    expect(new Set(listOwn(xml.body))).toEqual(
      new Set([`${home}/feed.xml?channel=news`, home, ...files]),
    );
    for (const answer of [json, xml]) {
      for (const address of OUTSIDE) expect(answer.body).toContain(address);
      expect(answer.headers['cache-control']).toMatch(caching);
    }
  });
});
