import { afterEach, describe, expect, it } from '@jest/globals';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import { launchInJsdom } from '../../simulator/kit/launch-in-jsdom.ts';
import { makeTinyProgram } from '../support/tiny-program.ts';

let close: () => Promise<void> = async () => {};
afterEach(() => close());

/** What a lawful program does is not blamed: the twins of tests/fixtures/rules. */
describe('sharing within the rules', () => {
  const open = async (
    page: string,
    wxml = '<view>文章</view>',
    settings: Partial<LaunchSettings> = {},
  ): Promise<Driver> => {
    const program = makeTinyProgram({ 'page.wxml': wxml, 'page.js': page });
    const driver = await launchInJsdom({ distDir: program.distDir, hosts: {}, ...settings });
    close = async () => {
      await driver.close();
      program.remove();
    };
    return driver;
  };
  const expectNoFault = async (driver: Driver) => expect(await driver.errors()).toEqual([]);

  it('takes a promise that resolves, a path with a query and an empty timeline entry', async () => {
    const driver = await open(`Page({
      onShareAppMessage: () => ({ promise: Promise.resolve({ title: '晚', path: '/page?a=1' }) }),
      onShareTimeline() {},
    })`);
    expect(await driver.share()).toEqual({ title: '晚', path: '/page?a=1', imageUrl: '' });
    expect(await driver.shareTimeline()).toEqual({ title: '', query: '', imageUrl: '' });
    await expectNoFault(driver);
  });

  it('keeps any page among the favourites, with the page’s own query by default', async () => {
    const driver = await open('Page({})', '<view>文章</view>', { query: 'id=%E5%A5%BD' });
    expect(await driver.addToFavorites()).toEqual({
      title: '',
      query: 'id=%E5%A5%BD',
      imageUrl: '',
    });
    await expectNoFault(driver);
  });

  it('asks the listener for the link’s query while its page is shown', async () => {
    const driver = await open(
      `Page({
      onShow() { wx.onCopyUrl(() => ({ query: 'id=' + getCurrentPages().length })); },
      onHide() { wx.offCopyUrl(); },
      deeper() { wx.navigateTo({ url: '/page' }); },
    })`,
      '<view bindtap="deeper">试</view>',
    );
    await driver.tapText('试');
    await driver.waitFor('the page above', async () => (await driver.pageStack()).length === 2);
    expect(await driver.copyUrl()).toEqual({ path: 'page', query: 'id=2' });
    await driver.setForeground(false);
    await driver.setForeground(true);
    await expectNoFault(driver);
  });

  it('shares by a button with its dataset, also where the menu is hidden', async () => {
    const driver = await open(
      `Page({
      onLoad() { wx.hideShareMenu(); },
      onShareAppMessage: ({ from, target }) => ({ title: from + target.dataset.id }),
    })`,
      '<button open-type="share" data-id="7">试</button>',
    );
    expect(await driver.share()).toBeNull();
    await driver.tapText('试');
    await driver.waitForText('button7');
    await expectNoFault(driver);
  });

  it('reads in the timeline without a fault, with a storage of its own', async () => {
    const driver = await open(
      `Page({
        data: { said: '' },
        onLoad() {
          const { scene, mode } = wx.getLaunchOptionsSync();
          this.setData({ said: [scene, mode, wx.getStorageSync('a') || '空'].join(' ') });
          wx.setStorageSync('b', 1);
        },
        call() { if (wx.getLaunchOptionsSync().scene !== 1154) wx.makePhoneCall({ phoneNumber: '1' }); },
      })`,
      '<button bindtap="call">试</button><view>{{said}}</view>',
      { scene: 1154, storage: { a: 'x' } },
    );
    await driver.waitForText('1154 singlePage 空');
    await driver.tapText('试');
    await driver.tapText('前往小程序');
    await driver.waitForText('1155 default x');
    await expectNoFault(driver);
  });

  it('fails a forbidden call in the timeline, and says where the way in is', async () => {
    const driver = await open(
      `Page({
        data: { said: '' },
        call() { wx.login({ fail: ({ errMsg }) => this.setData({ said: errMsg }) }); },
      })`,
      '<view bindtap="call">试</view><view>{{said}}</view>',
      { scene: 1154 },
    );
    await driver.tapText('试');
    await driver.waitForText('login:fail');
    await driver.waitForText('请前往小程序使用完整服务');
  });

  it('shows a web-view of a business domain, and tells that it loaded', async () => {
    const driver = await open(
      'Page({ data: { said: "" }, loaded({ detail }) { this.setData({ said: detail.src }); } })',
      '<web-view src="https://www.a.test/b" bindload="loaded" /><view>装好{{said}}</view>',
      { account: { businessDomains: ['https://www.a.test'] } },
    );
    await driver.waitForText('装好https://www.a.test/b');
    expect(await driver.text()).toContain('网页 https://www.a.test/b');
    await expectNoFault(driver);
  });

  it('lets page-meta follow the text size of WeChat', async () => {
    const driver = await open(
      'Page({})',
      '<page-meta page-font-size="system" page-style="color:red" /><view>文章</view>',
      { textSize: 20 },
    );
    expect((await driver.attributes('wx-page'))?.style).toBe('color:red;font-size:20px');
    await driver.setTextSize(24);
    expect((await driver.attributes('wx-page'))?.style).toBe('color:red;font-size:24px');
    await expectNoFault(driver);
  });
});
