import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { saveArticle } from '../../cloud/store/save-article.ts';
import type { FeedPage } from '../../types/article.ts';
import { TEST_NOW } from '../support/app.ts';
import { launchers } from '../support/driver-launchers.ts';
import { toEveryBlock } from '../support/every-block.ts';
import { type SampleEndpoint, startSampleEndpoint } from '../support/sample-endpoint.ts';

jest.setTimeout(60_000);

let endpoint: SampleEndpoint;
let id: string;

beforeAll(async () => {
  endpoint = await startSampleEndpoint();
  const { items } = await endpoint.read<FeedPage>('/v1/articles?limit=50');
  const picture = new URL(items.find(({ cover }) => cover)?.cover?.url ?? '', endpoint.origin);
  const draft = {
    ...{ site: '站', channelId: 'news', title: '各种内容', summary: '', source: '甲' },
    ...{ publishedAt: '2026-11-20', blocks: toEveryBlock(picture.pathname) },
    attachments: [{ name: '活动海报', url: picture.pathname, fileType: 'png' }],
  };
  ({ id } = await saveArticle(endpoint.store, draft, TEST_NOW));
});
afterAll(() => endpoint.stop());

describe.each(launchers)('every kind of block in $name', ({ launch }) => {
  const open = async (scene?: number) => {
    const phone = await launch({
      ...endpoint.launchSettings,
      ...{ path: 'pages/article/index', query: `id=${id}` },
      ...(scene !== undefined && { scene }),
    });
    await phone.waitForText('没有认出来的话');
    return phone;
  };

  it('is shown with its words', async () => {
    const phone = await open();
    const text = await phone.text();
    for (const words of [
      ...['图为合影', '灯笼', '开幕式', '家书朗读', '点这里播放', '报名表', 'DOCX · 20 KB'],
      ...['征集启事', '公众号文章，点开阅读', '预约服务', '办事指南', '第一条', '引一句话', '周二'],
    ]) {
      expect(text).toContain(words);
    }
    expect(await phone.count('wx-video')).toBe(1);
    expect((await phone.attributes('wx-video'))?.autoplay).toBeUndefined();
    expect(await phone.effects('audio')).toEqual([]);
    await phone.close();
  });

  it('a picture of a gallery opens among all pictures', async () => {
    const phone = await open();
    await phone.tap('[aria-label="画扇（2/3）"]');
    const [shown] = await phone.effects('images');
    expect(shown?.detail.urls).toHaveLength(4);
    expect(shown?.detail.current).toBe(2);
    await phone.close();
  });

  it('a picture among the attachments opens by itself, to be saved', async () => {
    const phone = await open();
    await phone.tapText('活动海报');
    const [shown] = await phone.effects('images');
    expect(shown?.detail).toMatchObject({ urls: [expect.any(String)], current: 0 });
    expect((await phone.errors()).filter(({ level }) => level === 'error')).toEqual([]);
    await phone.close();
  });

  it('a recording plays, pauses, and ends when the page is left', async () => {
    const phone = await open();
    await phone.tapText('家书朗读');
    await phone.waitForText('正在播放');
    await phone.tapText('家书朗读');
    await phone.waitForText('已暂停');
    await phone.tapText('家书朗读');
    await phone.waitForText('正在播放');
    await phone.setForeground(false);
    await phone.setForeground(true);
    await phone.waitForText('点这里播放');
    const actions = (await phone.effects('audio')).map(({ detail }) => detail.action);
    expect(actions).toEqual(['play', 'pause', 'play', 'stop']);
    await phone.close();
  });

  it('cards lead where they say', async () => {
    const phone = await open();
    await phone.tapText('征集启事');
    await phone.tapText('预约服务');
    await phone.tapText('办事指南');
    await phone.waitForText('已复制');
    expect((await phone.effects('article'))[0]?.detail).toEqual({
      url: 'https://mp.weixin.qq.com/s/abc',
    });
    expect((await phone.effects('program'))[0]?.detail).toMatchObject({
      ...{ appId: 'wx0123456789abcdef', path: 'pages/a?x=1' },
    });
    expect((await phone.effects('clipboard'))[0]?.detail).toEqual({ data: 'https://a.example/x' });
    expect((await phone.errors()).filter(({ level }) => level === 'error')).toEqual([]);
    await phone.close();
  });

  it('in the timeline cards point to the program', async () => {
    const phone = await open(1154);
    await phone.tapText('征集启事');
    await phone.waitForText('前往小程序');
    expect(await phone.effects('article')).toEqual([]);
    expect((await phone.errors()).filter(({ level }) => level === 'error')).toEqual([]);
    await phone.close();
  });
});
