import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import { JSDOM } from 'jsdom';
import { launchers } from '../support/driver-launchers.ts';
import { MessageBox } from '../support/message-box.ts';
import { type Desk, type DeskServer, serveDesk } from '../support/open-desk.ts';
import { programDir } from '../support/simulator-programs.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FIRST = 'pages/first/first.js';

// Each test opens a page with a whole program in it, once or twice.
jest.setTimeout(90_000);

it('names every control of the page', () => {
  const file = new URL('../../simulator/page/desk.html', import.meta.url);
  const { document } = new JSDOM(readFileSync(file, 'utf8')).window;
  const controls = [...document.querySelectorAll('input, select, button')];
  expect(controls.length).toBeGreaterThan(20);
  const nameless = controls.filter((control) => {
    const labels = (control as HTMLInputElement).labels ?? [];
    const words = [...labels].map((label) => label.textContent).join('') || control.textContent;
    return !control.getAttribute('aria-label') && !words?.trim();
  });
  expect(nameless.map((control) => control.outerHTML)).toEqual([]);
});

// It is a page for a browser; what it computes is tested in desk-state and desk-records everywhere.
for (const { name } of launchers.filter((launcher) => launcher.name === 'Chromium')) {
  describe(`the page for people in ${name}`, () => {
    let server: DeskServer;
    let distDir: string;
    const message = (id: string, at: number) => ({
      id,
      at,
      title: `通知${id}`,
      lines: [{ name: '活动地点', text: '妇女儿童活动中心三楼多功能厅'.repeat(3) }],
      page: `pages/second/second?id=${id}&notice=n${id}`,
    });
    const box = new MessageBox([message('1', Date.parse('2031-05-06T23:30:00+08:00'))]);

    beforeAll(async () => {
      distDir = mkdtempSync(join(tmpdir(), 'desk-program-'));
      cpSync(programDir('desk'), distDir, { recursive: true });
      server = await serveDesk(distDir, box);
    });

    afterEach(() => server.closePages());

    afterAll(async () => {
      await server.close();
      rmSync(distDir, { recursive: true, force: true });
    });

    const tap = (desk: Desk, text: string) => desk.phone.getByText(text, { exact: true }).click();
    const sees = (desk: Desk, text: string) => desk.phone.getByText(text).waitFor();
    const choose = (desk: Desk, word: string, group: string) =>
      desk.page.getByRole('group', { name: group }).getByRole('radio', { name: word }).check();
    const record = (desk: Desk, text: string) =>
      desk.page.locator('.record:not([hidden])', { hasText: text }).first();

    it('tells the running program of network, appearance, text size and time', async () => {
      const desk = await server.open();
      await choose(desk, '断网', '网络');
      await choose(desk, '深色', '外观');
      await desk.page.getByLabel('微信字号').selectOption('26');
      await desk.page.getByLabel('时钟').fill('2031-05-06T09:30');
      await desk.page.getByLabel('时钟').dispatchEvent('change');
      await tap(desk, '看');
      await sees(desk, 'none dark 26 2031 44 375 1');
      await desk.phone.locator('.phone-clock[data-time="09:30"]').waitFor();
      expect(await desk.page.getAttribute('html', 'data-theme')).toBe('dark');
      await desk.page.getByText('回到现在').click();
      await tap(desk, '看');
      await sees(desk, `none dark 26 ${new Date().getFullYear()} 44 375 1`);
      expect(desk.faults).toEqual([]);
    });

    it('starts anew for another phone and another way in', async () => {
      const desk = await server.open();
      await desk.page.getByLabel('手机', { exact: true }).selectOption('small');
      await desk.phone.locator('#phone[style*="--status-height: 20px"]').waitFor();
      await tap(desk, '看');
      await sees(desk, 'wifi light 17');
      await sees(desk, '20 320 1');
      expect(await desk.page.getByLabel('码里的').isVisible()).toBe(false);
      await desk.page.getByLabel('进入方式').selectOption('1047');
      await sees(desk, '场景1047 参数{}');
      await desk.page.getByLabel('码里的 scene').fill('a=1');
      await desk.page.getByLabel('码里的 scene').blur();
      await sees(desk, '场景1047 参数{"scene":"a%3D1"}');
      await desk.page.getByLabel('进入方式').selectOption('');
      await desk.page.getByLabel('场景值').fill('1089');
      await desk.page.keyboard.press('Tab');
      await sees(desk, '场景1089 参数{}');
    });

    it('hands the answers of the person to every start and to the running phone', async () => {
      const desk = await server.open();
      const told = () => desk.page.evaluate(() => (window as unknown as { told: unknown[] }).told);
      await desk.page.evaluate(() => {
        const { told, frames } = Object.assign(window, { told: [] as unknown[] });
        const phone = frames[0] as unknown as { simulatorControl: { setUser: unknown } };
        phone.simulatorControl.setUser = (user: unknown) => told.push(user);
      });
      await desk.page.getByLabel('订阅消息').selectOption('ban');
      await desk.page.getByLabel('总是保持').check();
      await choose(desk, '关', '订阅总开关');
      await choose(desk, '拒绝', '隐私指引');
      await choose(desk, '同意', '权限请求');
      await desk.page.getByLabel('扫码读到').fill('签到:7');
      await desk.page.getByLabel('扫码读到').blur();
      const answers = {
        subscribe: { '*': 'ban' },
        rememberSubscribe: true,
        subscribeSwitch: false,
        settingsVisit: 'ask',
        privacy: 'refuse',
        permission: 'allow',
        scan: '签到:7',
      };
      expect((await told()).at(-1)).toEqual(answers);
      const preset = await desk.page.evaluate('simulatorPreset.user');
      expect(preset).toEqual(answers);
    });

    it('keeps page and settings over a reload, in its address and for the next visit', async () => {
      const desk = await server.open('?path=pages/first/first&query=id%3D3&network=2g');
      await sees(desk, '参数{"id":"3"}');
      await choose(desk, '深色', '外观');
      await desk.page.reload();
      await sees(desk, '参数{"id":"3"}');
      const address = new URL(desk.page.url()).search;
      expect(Object.fromEntries(new URLSearchParams(address))).toEqual({
        ...{ path: 'pages/first/first', query: 'id=3', network: '2g', theme: 'dark' },
      });
      const other = await server.open(address);
      await tap(other, '看');
      await sees(other, '2g dark');
      const later = await server.openAgain(desk);
      await sees(later, '参数{}');
      await tap(later, '看');
      await sees(later, '2g dark');
    });

    it('does what a hand does with a phone, and says what cannot be done', async () => {
      const desk = await server.open();
      const press = (word: string) => desk.page.getByRole('button', { name: word }).click();
      const says = (word: string) => desk.page.locator('#said', { hasText: word }).waitFor();
      await press('下拉刷新');
      await sees(desk, '拉下来了');
      await press('返回');
      await says('已经是第一页');
      await press('切后台／回来');
      await sees(desk, '小程序在后台');
      await press('切后台／回来');
      await tap(desk, '看');
      await sees(desk, '375 2');
      await tap(desk, '往第二页');
      await sees(desk, '到了第二页');
      expect(await desk.page.getByLabel('页面地址').inputValue()).toBe('pages/second/second?id=7');
      await press('转发');
      await says('这一页不能转发');
      await press('朋友圈');
      await says('这一页不能分享到朋友圈');
      await press('返回');
      await press('转发');
      await sees(desk, '给朋友的卡片');
      await press('朋友圈');
      await sees(desk, '给大家的分享');
      await press('清缓存重开');
      await says('缓存已清空');
      await sees(desk, '场景1001');
      await press('复制链接');
      await desk.page.locator('#said', { hasText: /链接/ }).waitFor();
    });

    it('lists messages as they arrive, and opens one in the running program or cold', async () => {
      const desk = await server.open();
      const items = desk.page.getByRole('region', { name: '服务通知' }).getByRole('listitem');
      await items.getByText('5月6日 23:30').waitFor();
      await desk.page.evaluate('frames[0].isMarked = true');
      box.add(message('2', Date.parse('2031-05-07T09:00:00+08:00')));
      await desk.page.getByRole('status').filter({ hasText: '收到服务通知：通知2' }).waitFor();
      expect(await items.first().textContent()).toContain('通知2');
      expect(await items.count()).toBe(2);

      const address = desk.page.getByLabel('页面地址');
      const opens = async (id: string) => {
        await desk.page.getByRole('button', { name: `打开 通知${id}` }).click();
        await sees(desk, '到了第二页');
        await expect(address.inputValue()).resolves.toBe(
          `pages/second/second?id=${id}&notice=n${id}`,
        );
        expect(await desk.page.getByLabel('场景值').inputValue()).toBe('1014');
      };
      await opens('2');
      expect(await desk.page.evaluate('frames[0].isMarked')).toBe(true);
      expect(await desk.page.evaluate('frames[0].simulatorControl.pageStack()')).toHaveLength(1);

      await desk.page.getByLabel('进入方式').selectOption('1154');
      await desk.phone.getByText('前往小程序').waitFor();
      await desk.page.evaluate('frames[0].isMarked = true');
      await desk.page.getByRole('button', { name: '打开 通知1' }).click();
      await desk.phone.getByText('前往小程序').waitFor({ state: 'detached' });
      await sees(desk, '到了第二页');
      expect(await desk.page.evaluate('frames[0].isMarked')).toBeUndefined();
      expect(desk.faults).toEqual([]);
    });

    it('follows the main switch of messages when the program’s settings change it', async () => {
      const desk = await server.open('?subscribeSwitch=off');
      const chosen = (word: string) =>
        desk.page.getByRole('group', { name: '订阅总开关' }).getByRole('radio', { name: word });
      expect(await chosen('关').isChecked()).toBe(true);
      const user = 'frames[0].simulatorControl.user().subscribeSwitch';
      expect(await desk.page.evaluate(user)).toBe(false);
      await desk.page.evaluate('frames[0].simulatorControl.setUser({ subscribeSwitch: true })');
      await tap(desk, '看');
      await desk.page.locator('[name="subscribeSwitch"][value="on"]:checked').waitFor();
      expect(new URL(desk.page.url()).search).not.toContain('subscribeSwitch');
    });

    it('opens any address, and shows what is wrong with one', async () => {
      const desk = await server.open();
      await desk.page.getByLabel('页面地址').fill('/pages/second/second?id=1');
      await desk.page.keyboard.press('Enter');
      await sees(desk, '到了第二页');
      await desk.page.getByLabel('页面地址').fill('pages/none/none');
      await desk.page.keyboard.press('Enter');
      await desk.page.getByRole('tab', { name: '错误 1' }).click();
      await record(desk, 'pages/none/none').waitFor();
    });

    it('lists calls, setData and errors; each opens, all can be sifted and cleared', async () => {
      const desk = await server.open();
      await record(desk, 'wx.getLaunchOptionsSync').waitFor();
      await desk.page
        .locator('.record')
        .last()
        .evaluate((row) => row.classList.add('is-marked'));
      await tap(desk, '很多');
      await record(desk, '键599').waitFor();
      expect(await desk.page.locator('.record.is-marked').count()).toBe(1);
      await desk.page.getByLabel('筛选记录').fill('键12');
      expect(await desk.page.locator('.record:not([hidden])').count()).toBe(11);
      await record(desk, '"键12"').locator('summary').press('Enter');
      await record(desk, '"键12"').locator('pre', { hasText: '键12' }).waitFor();
      await desk.page.getByLabel('筛选记录').fill('');
      await desk.page.getByRole('button', { name: '清空' }).click();
      await desk.page.getByText('还没有调用微信接口').waitFor();
      await tap(desk, '抛错');
      await desk.page.getByRole('tab', { name: '接口调用' }).press('ArrowLeft');
      await record(desk, '故意抛的错').locator('summary').click();
      await record(desk, '故意抛的错').locator('pre', { hasText: 'throwIt' }).waitFor();
      await tap(desk, '很大');
      await desk.page.getByRole('tab', { name: '渲染数据' }).click();
      await record(desk, '超过 256 KB').waitFor();
      await desk.page.locator('.group', { hasText: '次 ·' }).first().waitFor();
      expect(desk.faults).toEqual([]);
    });

    it('reloads at the same page when the build has changed, and shows a failed one', async () => {
      const desk = await server.open('?path=pages/first/first&query=id%3D3');
      await sees(desk, '旧的构建');
      server.build.tell({ kind: 'failed', message: 'src/app.tsx: 少了一个括号' });
      await desk.page.locator('#build', { hasText: '少了一个括号' }).waitFor();
      server.build.tell({ kind: 'built' });
      await desk.page.locator('#build').waitFor({ state: 'hidden' });
      const file = join(distDir, FIRST);
      const source = readFileSync(file, 'utf8');
      writeFileSync(file, source.replace('旧的构建', '新的构建'));
      await sees(desk, '新的构建');
      await sees(desk, '参数{"id":"3"}');
      rmSync(join(distDir, 'app.json'));
      await desk.page.locator('#build', { hasText: '正在重新构建' }).waitFor();
      writeFileSync(file, source);
      cpSync(join(programDir('desk'), 'app.json'), join(distDir, 'app.json'));
      await sees(desk, '旧的构建');
    });

    it.each(['light', 'dark'])('has nothing that axe-core finds grave when %s', async (theme) => {
      const desk = await server.open(`?theme=${theme}&scene=1047`);
      await tap(desk, '抛错');
      await desk.page.getByRole('tab', { name: '错误 1' }).click();
      await record(desk, '故意抛的错').locator('summary').click();
      await desk.page.evaluate(AXE);
      const { violations } = (await desk.page.evaluate(
        'axe.run(document, { iframes: false })',
      )) as AxeResults;
      const grave = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      );
      expect(grave.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`))).toEqual(
        [],
      );
    });
  });
}
