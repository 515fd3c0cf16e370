import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { programDir } from '../support/simulator-programs.ts';

const MENU = '.phone-capsule-menu';
const CLOSE = '.phone-capsule-close';

let driver: Driver;
let server: Server;
let pictures = '';

beforeAll(async () => {
  const picture = readFileSync(join(programDir('share'), 'square.png'));
  server = createServer((_, res) =>
    res.writeHead(200, { 'content-type': 'image/png' }).end(picture),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  pictures = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

afterEach(async () => {
  await driver.close();
});

describe.each(launchers)('the capsule in $name', ({ launch }) => {
  const open = async (page: string) => {
    driver = await launch({
      distDir: programDir('share'),
      hosts: { 'https://pictures.test': pictures },
      path: `pages/${page}/${page}`,
      query: 'from=test',
    });
    await driver.waitForText('场景1001 第1次');
  };
  const offers = async () => {
    await driver.tap(MENU);
    await driver.waitForText('取消');
    const lines = (await driver.text()).split('\n');
    await driver.tapText('取消');
    await driver.waitForNoText('取消');
    return ['转发给朋友', '分享到朋友圈', '当前页面不能转发'].filter((word) =>
      lines.includes(word),
    );
  };
  const pictureLoads = () =>
    driver.waitFor('the picture', async () => {
      const picture = await driver.attributes('.phone-share-picture');
      return picture?.class?.includes('is-loaded') === true;
    });

  it.each([
    ['both', ['转发给朋友', '分享到朋友圈']],
    ['chat', ['转发给朋友']],
    ['none', ['当前页面不能转发']],
  ])('offers what the page %s offers', async (page, ways) => {
    await open(page);
    expect(await offers()).toEqual(ways);
    expect(await driver.errors()).toEqual([]);
  });

  it('follows what the page hides and shows', async () => {
    await open('both');
    await driver.tapText('藏朋友圈');
    expect(await offers()).toEqual(['转发给朋友']);
    await driver.tapText('全藏');
    expect(await offers()).toEqual(['当前页面不能转发']);
    await driver.tapText('全显');
    expect(await offers()).toEqual(['转发给朋友', '分享到朋友圈']);
  });

  it('shows the card of a chat, and opens it cold', async () => {
    await open('both');
    await driver.tap(MENU);
    await driver.tapText('转发给朋友');
    await driver.waitForText('给朋友');
    expect(await driver.text()).toContain('路径 /pages/chat/chat?word=%E5%A5%BD');
    await pictureLoads();
    await driver.tapText('打开卡片');
    await driver.waitForText('收到{"word":"%E5%A5%BD"}');
    expect(await driver.text()).toContain('场景1007 第2次');
    expect(await driver.pageStack()).toEqual(['pages/chat/chat']);
    expect(await driver.errors()).toEqual([]);
  });

  it('shows the entry of the timeline, and opens it cold', async () => {
    await open('both');
    await driver.setTheme('dark');
    await driver.tap(MENU);
    await driver.tapText('分享到朋友圈');
    await driver.waitForText('给大家');
    expect(await driver.text()).toContain('参数 id=7');
    await pictureLoads();
    await driver.tapText('打开分享');
    await driver.waitForText('收到{"id":"7"}');
    // It runs in the timeline now, with a storage of its own.
    expect(await driver.text()).toContain('场景1154 第1次');
    expect(await driver.pageStack()).toEqual(['pages/both/both']);
    expect(await driver.errors()).toEqual([]);
    await driver.tapText('前往小程序');
    await driver.waitForText('场景1155 第2次');
    expect(await driver.text()).toContain('收到{"id":"7"}');
    expect(await driver.errors()).toEqual([]);
  });

  it('says when a card has no picture, and when its picture is not there', async () => {
    await open('chat');
    expect(await driver.share()).toMatchObject({
      imageUrl: '',
      path: '/pages/chat/chat?from=test',
    });
    await driver.waitForText('没有配图');
    await driver.close();
    await open('broken');
    await driver.share();
    await driver.waitForText('图片没有加载出来');
    expect(await driver.errors()).toEqual([
      expect.objectContaining({
        rule: 'share.picture',
        message: expect.stringMatching(/^share.picture: \/nowhere.png did not load/),
      }),
    ]);
  });

  it('sends the program to the background; a tap brings it back', async () => {
    await open('none');
    await driver.tap(CLOSE);
    await driver.waitForText('小程序在后台');
    expect(await driver.text()).not.toContain('场景1001');
    await driver.tapText('点一下，回到小程序');
    await driver.waitForText('page show，page hide，app hide，app show，page show');
    expect(await driver.text()).not.toContain('小程序在后台');
  });
});
