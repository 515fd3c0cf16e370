import { afterEach, describe, expect, it } from '@jest/globals';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { programDir } from '../support/simulator-programs.ts';

let driver: Driver;

afterEach(async () => {
  await driver.close();
});

describe.each(launchers)('life of a program in $name', ({ launch }) => {
  const open = async (settings: Partial<LaunchSettings> = {}) => {
    driver = await launch({ distDir: programDir('life'), hosts: {}, ...settings });
  };
  const readLog = async () => {
    await driver.tapText('看记录');
    await driver.waitForText('app launch');
    const line = (await driver.text()).split('\n').find((one) => one.startsWith('app launch'));
    return line?.split(' / ');
  };

  it('launches, loads, shows and is ready, in this order', async () => {
    await open({ scene: 1007 });
    await driver.waitForText('看记录');
    await driver.waitFor('onReady', async () => (await readLog())?.at(-1) === 'first onReady');
    expect(await readLog()).toEqual([
      'app launch pages/first/first 1007',
      'app show',
      'first onLoad {}',
      'first onShow',
      'first onReady',
    ]);
  });

  it('opens a page above and comes back; its query stays encoded', async () => {
    await open();
    await driver.tapText('往第二页');
    await driver.waitForText('再往下');
    expect(await driver.currentPage()).toEqual({
      path: 'pages/second/second',
      query: { word: '%E5%A5%BD' },
    });
    await driver.waitFor('onReady', async () => (await readLog())?.at(-1) === 'second onReady');
    await driver.back();
    expect((await readLog())?.slice(5)).toEqual([
      'first onHide',
      'second onLoad {"word":"%E5%A5%BD"}',
      'second onShow',
      'second onReady',
      'second onUnload',
      'first onShow',
    ]);
    await expect(driver.back()).rejects.toThrow('first page');
  });

  it('keeps tab pages alive and tells taps on tabs', async () => {
    await open();
    await driver.tapText('乙');
    await driver.waitForText('标签页');
    await driver.tapText('甲');
    await driver.waitForText('往第二页');
    const log = (await readLog())?.filter((entry) => !entry.endsWith('onReady'));
    expect(log?.slice(4)).toEqual([
      'first onHide',
      'tab onLoad {}',
      'tab onShow',
      'tab onTabItemTap 乙',
      'tab onHide',
      'first onShow',
      'first onTabItemTap 甲',
    ]);
  });

  it('opens a shared path cold, with the way home', async () => {
    await open({ path: 'pages/second/second', query: 'from=card' });
    expect(await driver.pageStack()).toEqual(['pages/second/second']);
    await driver.tap({ selector: '.phone-navigation-button' });
    await driver.waitForText('往第二页');
    expect(await driver.pageStack()).toEqual(['pages/first/first']);
  });

  it.each([
    ['a tab page by navigateTo', '往十一页', 'navigateTo:fail can not navigateTo a tabbar page'],
    ['an eleventh page', '往第二页', 'navigateTo:fail webview count limit exceed (10)'],
  ])('refuses %s', async (_, first, refusal) => {
    await open();
    await driver.tapText(first);
    for (let depth = 3; refusal.includes('limit') && depth <= 11; depth += 1) {
      await driver.waitFor(
        'a page above',
        async () => (await driver.pageStack()).length === depth - 1,
      );
      await driver.tapText('再往下');
    }
    await driver.waitForText(refusal);
    expect((await driver.calls('navigateTo')).at(-1)?.outcome).toBe('fail');
  });

  it('pulls down, reaches the end, leaves and comes back', async () => {
    await open();
    await driver.pullDown();
    await driver.setForeground(false);
    await driver.setForeground(true);
    const log = await readLog();
    expect(log).toEqual(
      expect.arrayContaining(['first onPullDownRefresh', 'first onHide', 'app hide', 'app show']),
    );
    await driver.switchTab('乙');
    await expect(driver.pullDown()).rejects.toThrow('pulled down');
  });

  it('shares what the page says, its promise included', async () => {
    await open();
    expect(await driver.share()).toEqual({
      title: '晚',
      path: '/pages/second/second?from=card',
      imageUrl: '',
    });
    expect(await driver.shareTimeline()).toEqual({ title: '圈', query: 'a=1', imageUrl: '' });
    await driver.switchTab('乙');
    expect(await driver.share()).toBeNull();
    expect(await driver.shareTimeline()).toBeNull();
  });

  it('fails a wait with the text that is visible', async () => {
    await open();
    await expect(driver.waitForText('没有', { within: 20 })).rejects.toThrow(
      /Visible text:[\s\S]*看记录/,
    );
  });

  it('ends without an error', async () => {
    await open();
    await driver.waitForText('看记录');
    expect(await driver.errors()).toEqual([]);
  });
});
