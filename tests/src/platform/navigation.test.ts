import { beforeEach, describe, expect, it, jest } from '@jest/globals';

/** WeChat, as far as opening a page needs it. */
const opened: string[] = [];
const navigateTo = jest.fn(({ url }: { url: string }) => {
  opened.push(url);
  return Promise.resolve();
});
jest.unstable_mockModule('@tarojs/taro', () => ({ default: { navigateTo } }));
const { openArticle, openEvent } = await import('../../../src/platform/navigation.ts');

const clock = jest.spyOn(Date, 'now');
let now = 0;
beforeEach(() => {
  // Each test begins long after the one before.
  now += 60_000;
  clock.mockImplementation(() => now);
  opened.length = 0;
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

  it('opens another page at once', async () => {
    await openArticle('a');
    await openEvent('a');
    expect(opened).toHaveLength(2);
  });
});
