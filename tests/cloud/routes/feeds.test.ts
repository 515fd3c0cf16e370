import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { EVERY_BLOCK, makeArticleDraft } from '../../support/drafts.ts';

const HOSTILE = ']]> <script>alert("1")</script> & \u0001\u0008 \ud800 🎉 ’';
const CLEAN = ']]> <script>alert("1")</script> &  \ufffd 🎉 ’';

interface RssItem {
  title: string;
  link: string;
  guid: { '#text': string; '@_isPermaLink': string };
  pubDate: string;
  description: string;
  'content:encoded': string;
  enclosure?: { '@_url': string; '@_length': string; '@_type': string };
}

describe('the feeds for others', () => {
  let endpoint: TestApp;
  beforeAll(async () => {
    endpoint = await createTestApp();
    for (let n = 1; n <= 31; n += 1) {
      const day = `2020-01-${String(n).padStart(2, '0')}`;
      await saveArticle(
        endpoint.store,
        makeArticleDraft({ title: `第${n}篇`, publishedAt: day }),
        0,
      );
    }
    const draft = makeArticleDraft({
      ...{ title: HOSTILE, channelId: 'rights', summary: HOSTILE, source: '妇联 & 法院' },
      address: 'https://example.com/t.html?a=1&b=2',
      publishedAt: '2023-11-15T09:05:07+08:00',
      cover: { url: '/media/c.webp', alt: '' },
      blocks: [
        ...EVERY_BLOCK,
        { kind: 'paragraph', spans: [{ text: HOSTILE, href: 'https://example.com/?"<&' }] },
        { kind: 'audio', url: '/media/a.mp3', text: '' },
        { kind: 'linkCard', text: '官网', target: { kind: 'web', url: 'javascript:alert(1)' } },
      ],
      attachments: [{ name: '报名表', url: '/media/f.pdf', fileType: 'pdf', size: 12 }],
    });
    await saveArticle(endpoint.store, draft, TEST_NOW);
  });
  afterAll(() => endpoint.drop());

  const get = (url: string, host = 'news.example.cn:8443') =>
    endpoint.app.inject({ url, headers: { host } });

  async function readRss(
    url: string,
  ): Promise<{ channel: Record<string, unknown>; items: RssItem[] }> {
    const answer = await get(url);
    expect(answer.headers['content-type']).toBe('application/rss+xml; charset=utf-8');
    expect(XMLValidator.validate(answer.body)).toBe(true);
    const parser = new XMLParser({
      ...{ ignoreAttributes: false, parseTagValue: false, trimValues: false },
      isArray: (name) => name === 'item',
    });
    const { rss } = parser.parse(answer.body);
    expect(rss['@_version']).toBe('2.0');
    return { channel: rss.channel, items: rss.channel.item ?? [] };
  }

  it('RSS 2.0 has what it must have, the newest 30 first', async () => {
    const { channel, items } = await readRss('/feed.xml');
    for (const name of ['title', 'link', 'description']) expect(channel[name]).toBeTruthy();
    expect(items).toHaveLength(30);
    expect(items[1]?.title).toBe('第31篇');
    expect(new Set(items.map(({ guid }) => guid['#text'])).size).toBe(30);
    expect(items[1]?.pubDate).toBe('Fri, 31 Jan 2020 00:00:00 +0800');
  });

  it('RSS 2.0 carries every text unharmed, and no mark-up of it', async () => {
    const { items } = await readRss('/feed.xml?channel=rights');
    const [item] = items;
    expect(items).toHaveLength(1);
    expect(item).toMatchObject({
      title: CLEAN,
      description: CLEAN,
      link: 'https://example.com/t.html?a=1&b=2',
      pubDate: 'Wed, 15 Nov 2023 09:05:07 +0800',
      'dc:creator': '妇联 & 法院',
      enclosure: {
        '@_url': 'http://news.example.cn:8443/media/f.pdf',
        '@_length': '12',
        '@_type': 'application/pdf',
      },
    });
    expect(item?.guid['@_isPermaLink']).toBe('false');
    const html = item?.['content:encoded'] ?? '';
    expect(html).toContain('<img src="http://news.example.cn:8443/media/a.png" alt="合影"');
    expect(html).toContain('<th colspan="2" rowspan="3">姓名</th>');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
    expect(html).toContain('href="https://example.com/?&quot;&lt;&amp;"');
  });

  it('JSON Feed 1.1 keeps to its rules', async () => {
    const answer = await get('/feed.json?channel=rights');
    expect(answer.headers['content-type']).toBe('application/feed+json; charset=utf-8');
    const feed = answer.json();
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: '江门市妇女网 · 维权服务',
      feed_url: 'http://news.example.cn:8443/feed.json?channel=rights',
    });
    expect(feed.items).toEqual([
      expect.objectContaining({
        id: expect.stringMatching(/^urn:jiangmen-women:article:[0-9a-z]{12}$/),
        url: 'https://example.com/t.html?a=1&b=2',
        image: 'http://news.example.cn:8443/media/c.webp',
        date_published: '2023-11-15T09:05:07+08:00',
        authors: [{ name: '妇联 & 法院' }],
        tags: ['维权服务'],
        attachments: [
          {
            url: 'http://news.example.cn:8443/media/f.pdf',
            mime_type: 'application/pdf',
            title: '报名表',
            size_in_bytes: 12,
          },
        ],
      }),
    ]);
    expect((await get('/feed.json')).json().items).toHaveLength(30);
  });

  it('may be kept as long as the lists, and answer 304 to who has them', async () => {
    const { headers } = await get('/feed.xml');
    expect(headers['cache-control']).toContain('max-age=30');
    const again = await endpoint.app.inject({
      url: '/feed.xml',
      headers: { host: 'news.example.cn:8443', 'if-none-match': String(headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });

  it.each(['sports', '%00'])('know no channel %s', async (channel) => {
    expect((await get(`/feed.json?channel=${channel}`)).statusCode).toBe(404);
  });

  it('believe no host that is none', async () => {
    expect((await get('/feed.xml', 'a"><b>')).body).toContain('<link>http://localhost</link>');
  });

  it('carry the empty list of a channel without articles', async () => {
    expect((await readRss('/feed.xml?channel=policy')).items).toEqual([]);
  });
});
