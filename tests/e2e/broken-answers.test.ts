import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import type { Article, FeedPage } from '../../types/article.ts';
import { type BentEndpoint, startBentEndpoint } from '../support/bent-endpoint.ts';
import { launchers } from '../support/driver-launchers.ts';
import {
  type SampleEndpoint,
  startSampleEndpoint,
  toLaunchSettings,
} from '../support/sample-endpoint.ts';

let endpoint: SampleEndpoint;
let line: BentEndpoint;
let phone: Driver;
let article: Article;

beforeAll(async () => {
  endpoint = await startSampleEndpoint();
  line = await startBentEndpoint(endpoint.origin);
  const { items } = await endpoint.read<FeedPage>('/v1/articles');
  article = await endpoint.read<Article>(`/v1/articles/${items[0]?.id}`);
});
afterAll(async () => {
  await line.stop();
  await endpoint.stop();
});

const PORTAL = '<!DOCTYPE html><html><body><form>请先登录无线网络</form></body></html>';

describe.each(launchers)('an answer that is not what it should be, in $name', ({ launch }) => {
  const open = async (settings: Partial<LaunchSettings> = {}) => {
    phone = await launch({ ...toLaunchSettings(line.origin), ...settings });
  };
  afterEach(async () => {
    line.bend();
    await phone.close();
  });

  const faults: [string, Parameters<BentEndpoint['bend']>[0], string][] = [
    [
      "a captive portal's page",
      () => ({ contentType: 'text/html', body: PORTAL }),
      '当前网络需要先登录',
    ],
    [
      'JSON cut off half-way',
      (_, body) => ({ body: body.slice(0, body.length / 2) }),
      '内容没有接收完整',
    ],
    ['an empty answer', () => ({ body: '' }), '重试'],
    ['JSON of another shape', () => ({ body: '{"items":"none"}' }), '内容暂时无法显示'],
    [
      'a gateway that is down',
      () => ({ status: 502, contentType: 'text/html', body: '<h1>502</h1>' }),
      '服务暂时繁忙',
    ],
  ];
  it.each(faults)('%s is explained, and a retry helps', async (_name, bend, words) => {
    line.bend(bend);
    await open({ path: 'pages/article/index', query: `id=${article.id}` });
    await phone.waitForText(words);
    line.bend();
    await phone.tapText('重试');
    await phone.waitForText('文章出处');
    expect(await phone.errors()).toEqual([]);
  });

  it('a feed that is a captive portal is explained, and a retry helps', async () => {
    line.bend(() => ({ contentType: 'text/html', body: PORTAL }));
    await open();
    await phone.waitForText('当前网络需要先登录');
    line.bend();
    await phone.tapText('重试');
    await phone.waitForText(article.title);
  });

  it('blocks, members and values of a newer server leave a readable page', async () => {
    line.bend((path, body) => {
      if (!path.startsWith('/v1/articles/')) return undefined;
      const newer = JSON.parse(body);
      newer.blocks = [
        { kind: 'paragraph', spans: [{ text: '第一段照常显示。', colour: 'red' }] },
        {
          kind: 'poll',
          question: [{ text: '您更喜欢周末还是晚上？' }],
          choices: [{ text: '周末' }],
        },
        { kind: 'heading', level: 4, text: '更深的小标题' },
        { kind: 'paragraph', spans: 'broken' },
        { kind: 'paragraph', spans: [{ text: '最后一段也在。' }] },
      ];
      newer.events = [{ ...newer.events[0], status: 'sold-out' }].filter((event) => event.id);
      newer.readers = 12;
      return { body: JSON.stringify(newer) };
    });
    await open({ path: 'pages/article/index', query: `id=${article.id}` });
    await phone.waitForText('最后一段也在。');
    const text = await phone.text();
    for (const words of ['第一段照常显示。', '您更喜欢周末还是晚上？', '周末', '更深的小标题']) {
      expect(text).toContain(words);
    }
    expect((await phone.errors()).map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'warning: 1 blocks are shown by their words alone, 1 are left out',
    ]);
  });

  it('an article that does not exist says so and leads home', async () => {
    await open({ path: 'pages/article/index', query: 'id=nosucharticle' });
    await phone.waitForText('没有找到这篇内容');
    await phone.tapText('返回首页');
    await phone.waitForText(article.title);
    expect((await phone.currentPage()).path).toBe('pages/home/index');
  });

  it.each(['', 'id=', 'id=%E5%A6%87%E5%A5%B3', 'id=%', 'id=a/../b?c'])(
    'a link that is broken (%p) is explained',
    async (query) => {
      await open({ path: 'pages/article/index', query });
      await phone.waitFor('an explanation', async () =>
        /没有找到这篇内容|这个链接不完整/.test(await phone.text()),
      );
    },
  );
});
