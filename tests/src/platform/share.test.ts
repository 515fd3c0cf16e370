import { beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS_PATH, HOME_PATH, toArticlePath, toEventPath } from '../../../src/platform/paths.ts';

type Share = typeof import('../../../src/platform/share.ts');
let share: Share;

beforeAll(async () => {
  process.env.TARO_APP_ENDPOINT = 'https://api.example.cn/';
  share = await import('../../../src/platform/share.ts');
});

describe('share cards', () => {
  it('carry the path that opens the same page, with its id encoded', () => {
    expect(toArticlePath('01J8')).toBe('pages/article/index?id=01J8');
    expect(toArticlePath('a&b=c')).toBe('pages/article/index?id=a%26b%3Dc');
    expect(toEventPath('01J9')).toBe('pages/event/index?id=01J9');
  });

  it('give a chat the path and the timeline the query alone', () => {
    const subject = { title: '家庭教育讲座', path: toArticlePath('01J8') };
    expect(share.toChatCard(subject)).toEqual({
      title: '家庭教育讲座',
      path: '/pages/article/index?id=01J8',
      imageUrl: '/assets/share-default.png',
    });
    expect(share.toSquareCard(subject)).toEqual({
      title: '家庭教育讲座',
      query: 'id=01J8',
      imageUrl: '/assets/share-default-square.png',
    });
  });

  it.each([HOME_PATH, EVENTS_PATH])('of a list have no query: %s', (path) => {
    expect(share.toSquareCard({ title: '', path }).query).toBe('');
  });

  it.each([
    ['/media/a.png', 'https://api.example.cn/media/a.png'],
    ['/media/a.JPG', 'https://api.example.cn/media/a.JPG'],
    ['https://cdn.example.cn/a.jpeg?v=2', 'https://cdn.example.cn/a.jpeg?v=2'],
    ['/media/a.webp', '/assets/share-default.png'],
    ['http://old.example.cn/a.png', '/assets/share-default.png'],
    ['', '/assets/share-default.png'],
  ])('show the cover where WeChat can: %s', (coverUrl, imageUrl) => {
    expect(share.toChatCard({ title: '', path: HOME_PATH, coverUrl }).imageUrl).toBe(imageUrl);
  });
});
