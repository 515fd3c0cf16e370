import { afterEach, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { makeTinyProgram } from '../support/tiny-program.ts';

const THROWING = `<wxs module="m">module.exports.f = function () { return undefined.x }</wxs>
<view>{{m.f()}}</view><view>其余</view>`;

describe.each(launchers)('faults of a program in $name', ({ launch }) => {
  let close = async () => {};
  afterEach(() => close());

  const open = async (files: Record<string, string>): Promise<Driver> => {
    const { distDir, remove } = makeTinyProgram(files);
    close = async () => remove();
    const driver = await launch({ distDir, hosts: {}, account: { templates: { a: 'once' } } });
    close = async () => {
      await driver.close();
      remove();
    };
    return driver;
  };
  const errorsOf = async (driver: Driver) =>
    (await driver.errors()).map(({ source, rule, message }) => ({ source, rule, message }));

  it('an event named tap that nobody made by hand allows nothing', async () => {
    const driver = await open({
      'page.json': '{ "usingComponents": { "later": "/later" } }',
      'page.wxml': '<later bindtap="ask">里面</later><view>{{said}}</view>',
      'page.js': `Page({ ask() { wx.requestSubscribeMessage({ tmplIds: ['a'],
        complete: ({ errMsg }) => this.setData({ said: errMsg }) }) } })`,
      'later.json': '{ "component": true }',
      'later.wxml': '<slot />',
      'later.js': `Component({ lifetimes: { attached() {
        setTimeout(() => this.triggerEvent('tap'), 0) } } })`,
    });
    await driver.waitForText('can only be invoked by user TAP gesture');
    expect((await driver.errors()).map(({ rule }) => rule)).toEqual(['subscribe.tap']);
  });

  it('a template that throws on the first page is told, and the phone goes on', async () => {
    const driver = await open({ 'page.wxml': THROWING });
    await driver.waitForText('其余');
    const [error] = await errorsOf(driver);
    expect(error?.message).toContain("reading 'x'");
    expect(error?.source).toBe('program');
  });

  it('a template that throws on a further page leaves no empty screen', async () => {
    const driver = await open({
      'app.json': '{ "pages": ["page", "broken"], "lazyCodeLoading": "requiredComponents" }',
      'page.wxml': '<view bindtap="go">往坏页</view>',
      'page.js': "Page({ go() { wx.navigateTo({ url: '/broken' }) } })",
      'broken.json': '{}',
      'broken.js': 'Page({})',
      'broken.wxml': THROWING,
    });
    await driver.tapText('往坏页');
    await driver.waitFor('the error', async () => (await driver.errors()).length > 0);
    expect((await errorsOf(driver)).map(({ source }) => source)).toEqual(['program']);
    await driver.waitForText('其余');
  });

  it('a handler that is not there is told by its name', async () => {
    const driver = await open({ 'page.wxml': '<view bindtap="nope">试</view>' });
    await driver.tapText('试');
    await driver.waitFor('the error', async () => (await driver.errors()).length > 0);
    expect((await errorsOf(driver))[0]?.message).toContain('page has no function "nope"');
  });

  it.each([
    ['a handler', "throw new Error('出错了')"],
    ['a timer', "setTimeout(() => { throw new Error('出错了') }, 0)"],
  ])('App.onError hears of %s that throws', async (_, body) => {
    const driver = await open({
      'app.js': "App({ onError(told) { wx.setStorageSync('told', told) } })",
      'page.wxml': '<view bindtap="go">试</view>',
      'page.js': `Page({ go() { ${body} } })`,
    });
    await driver.tapText('试');
    const told = async () => (await driver.calls('setStorageSync'))[0]?.args[1];
    await driver.waitFor('App.onError', async () => (await told()) !== undefined);
    expect(await told()).toContain('出错了');
  });

  it('App.onUnhandledRejection hears of a promise that nobody caught', async () => {
    const driver = await open({
      'app.js': "App({ onUnhandledRejection() { wx.setStorageSync('told', 1) } })",
      'page.wxml': '<view bindtap="go">试</view>',
      'page.js': "Page({ go() { Promise.reject(new Error('没人接')) } })",
    });
    await driver.tapText('试');
    const told = async () => (await driver.calls('setStorageSync')).length;
    await driver.waitFor('App.onUnhandledRejection', async () => (await told()) === 1);
  });

  it('a way in that leads nowhere unloads tab pages below too', async () => {
    const tab = (name: string) => ({
      [`${name}.json`]: '{}',
      [`${name}.wxml`]: `<view>这是${name}</view>`,
      [`${name}.js`]: `Page({ onUnload() { wx.setStorageSync('unload ${name}', 1) } })`,
    });
    const driver = await open({
      'app.json': `{ "pages": ["page", "other"], "lazyCodeLoading": "requiredComponents",
        "tabBar": { "list": [{ "pagePath": "page", "text": "甲" }, { "pagePath": "other", "text": "乙" }] } }`,
      'app.js': 'App({ onPageNotFound() {} })',
      ...tab('page'),
      ...tab('other'),
    });
    await driver.switchTab('乙');
    await driver.waitForText('这是other');
    await driver.switchTab('甲');
    await driver.waitForText('这是page');
    await driver.enter({ path: 'nope', scene: 1007 });
    const unloaded = (await driver.calls('setStorageSync')).map(({ args }) => args[0]);
    expect(unloaded.sort()).toEqual(['unload other', 'unload page']);
  });
});
