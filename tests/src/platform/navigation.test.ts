import { beforeEach, describe, expect, it, jest } from '@jest/globals';

/** WeChat, as far as opening a page needs it. */
const opened: string[] = [];
const navigateTo = jest.fn(({ url }: { url: string }) => {
  opened.push(url);
  return Promise.resolve();
});
const redirectTo = ({ url }: { url: string }) => {
  opened.push(`instead: ${url}`);
  return Promise.resolve();
};
let depth = 1;
const getCurrentPages = () => Array.from({ length: depth }, () => ({}));
let scene = 1001;
const toasts: string[] = [];
const showToast = ({ title }: { title: string }) => {
  toasts.push(title);
  return Promise.resolve();
};
const getLaunchOptionsSync = () => ({ scene });
jest.unstable_mockModule('@tarojs/taro', () => ({
  default: { navigateTo, redirectTo, getCurrentPages, showToast, getLaunchOptionsSync },
}));
const { openArticle, openEvent, openSubject } = await import('../../../src/platform/navigation.ts');

const clock = jest.spyOn(Date, 'now');
let now = 0;
beforeEach(() => {
  // Each test begins long after the one before.
  now += 60_000;
  clock.mockImplementation(() => now);
  opened.length = 0;
  toasts.length = 0;
  scene = 1001;
  depth = 1;
});

describe('opening a page', () => {
  it('opens one page for two taps at once', async () => {
    await Promise.all([openArticle('a'), openArticle('a'), openEvent('b')]);
    expect(opened).toEqual(['/pages/article/index?id=a']);
  });

  it.each([
    [499, 1],
    [500, 2],
  ])('the same page %i ms later: %i opened', async (pause, count) => {
    await openArticle('a');
    now += pause;
    await openArticle('a');
    expect(opened).toHaveLength(count);
  });

  it.each([
    [9, '/pages/article/index?id=a'],
    [10, 'instead: /pages/article/index?id=a'],
  ])('above %i pages opens %s', async (pages, address) => {
    depth = pages;
    await openArticle('a');
    expect(opened).toEqual([address]);
  });

  it('opens nothing from the timeline, and says where the way in is', async () => {
    scene = 1154;
    await openArticle('a');
    expect(opened).toEqual([]);
    expect(toasts).toEqual(['请先点屏幕下方的“前往小程序”']);
  });

  it.each([
    ['article', ['/pages/article/index?id=a'], []],
    ['event', ['/pages/event/index?id=a'], []],
    ['survey', [], ['这个版本还打不开这条内容，请更新小程序']],
  ])('opens a subject of kind %s where it knows it', async (kind, addresses, said) => {
    await openSubject({ kind, id: 'a' });
    expect([opened, toasts]).toEqual([addresses, said]);
  });

  it('opens another page at once', async () => {
    await openArticle('a');
    await openEvent('a');
    expect(opened).toHaveLength(2);
  });
});
