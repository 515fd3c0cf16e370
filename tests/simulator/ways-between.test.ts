import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { programDir } from '../support/simulator-programs.ts';

let driver: Driver;

afterEach(async () => {
  await driver.close();
});

describe.each(launchers)('ways between pages in $name', ({ name, launch }) => {
  beforeEach(async () => {
    driver = await launch({ distDir: programDir('ways'), hosts: {} });
    await driver.waitForText('看入口');
  });
  const rules = async () => (await driver.errors()).map(({ rule }) => rule);

  it.each([
    ['去没有', 'navigateTo:fail page "pages/gone" is not found'],
    ['去标签', 'redirectTo:fail can not redirectTo a tabbar page'],
    ['换到详情', 'switchTab:fail can not switch to no-tabBar page'],
    ['带参换标签', 'switchTab:fail url not support queryString'],
  ])('refuses %s and names the rule', async (text, refusal) => {
    await driver.tapText(text);
    await driver.waitForText(refusal);
    expect(await rules()).toEqual(['page.unknown']);
  });

  it('does not blame a way back beyond the first page', async () => {
    await driver.tapText('往回');
    await driver.waitForText('navigateBack:fail cannot navigate back at first page');
    expect(await rules()).toEqual([]);
  });

  it('carries words between a page and the one that it opened', async () => {
    await driver.tapText('打开详情');
    await driver.waitForText('收到问');
    await driver.tapText('回信');
    await driver.waitForText('回信 答 2');
    expect(await driver.errors()).toEqual([]);
  });

  it('forgets one listener of the appearance, and no other', async () => {
    await driver.setTheme('dark');
    await driver.waitForText('听到dark');
    await driver.tapText('不再听');
    await driver.waitForText('不听了');
    await driver.setTheme('light');
    await driver.waitForText('另一个也听到');
    expect(await driver.text()).not.toContain('听到light');
  });

  it('tells WeChat’s text size', async () => {
    await driver.setTextSize(23);
    await driver.tapText('看字号');
    await driver.waitForText('字号 23 true');
  });

  it('tells when an element comes into the page’s window', async () => {
    await driver.tapText('打开详情');
    await driver.waitForText('详情页');
    if (name === 'jsdom') {
      await driver.waitForText('far 远 false');
      return;
    }
    expect(await driver.text()).not.toContain('far 远');
    await driver.tapText('往下');
    await driver.waitForText('far 远 true');
    await driver.waitFor('the end of the way', async () => (await driver.scrollTop()) > 1900);
  });

  it('names an observer that is not modelled', async () => {
    await driver.tapText('打开详情');
    await driver.tapText('看媒体');
    await driver.waitFor('the rule', async () => (await rules()).includes('call.unknown'));
  });

  it('changes the native tab bar, on tab pages alone', async () => {
    await driver.tapText('标角标');
    await driver.waitForText('setTabBarBadge:ok');
    expect(await driver.text()).toContain('...');
    await driver.tapText('标远处');
    await driver.waitForText('setTabBarBadge:fail tabbar item not found');
    await driver.tapText('改标签');
    await driver.waitForText('个人');
    await driver.tapText('藏标签栏');
    await driver.waitForNoText('个人');
    await driver.tapText('现标签栏');
    await driver.waitForText('个人');
    await driver.tapText('打开详情');
    await driver.tapText('在详情标');
    await driver.waitForText('setTabBarBadge:fail not TabBar page');
    await driver.back();
    await driver.switchTab('个人');
    await driver.waitForText('{"index":"1","pagePath":"pages/mine","text":"个人"}');
    expect(await driver.errors()).toEqual([]);
  });
});

describe.each(launchers)('a tab bar of the program’s own in $name', ({ launch }) => {
  it('stands on each tab page, an instance each', async () => {
    driver = await launch({ distDir: programDir('custom-tabs'), hosts: {} });
    await driver.waitForText('去one，在这里');
    await driver.tapText('去two');
    await driver.waitForText('去two，在这里');
    expect(await driver.text()).not.toContain('去one，在这里');
    await driver.tapText('去one');
    await driver.waitForText('去one，在这里');
    expect(await driver.errors()).toEqual([]);
    const [page] = (await driver.setDataSummary()).pages;
    expect(page).toMatchObject({ page: 'one', calls: 2 });
  });
});
