import { afterEach, describe, expect, it } from '@jest/globals';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { programDir } from '../support/simulator-programs.ts';

let driver: Driver;

afterEach(async () => {
  await driver.close();
});

describe.each(launchers)('programs that know nothing of Taro in $name', ({ launch }) => {
  const open = async (name: string, settings: Partial<LaunchSettings> = {}) => {
    driver = await launch({ distDir: programDir(name), hosts: {}, ...settings });
  };

  it('a to-do list: writes, ticks, filters, deletes after a long press and remembers', async () => {
    await open('todo');
    await driver.waitForText('还没有待办');
    await driver.tap('.add');
    await driver.type('.draft', ' 买菜\n');
    await driver.waitForText('还剩 1 件');
    await driver.type({ text: '要做什么' }, '一二三四五六七八九十');
    await driver.tapText('添加');
    await driver.waitForText('一二三四五六七八\n还剩 2 件');
    await driver.waitForText('要做什么');
    await driver.tapText('买菜');
    await driver.waitForText('还剩 1 件');
    await driver.tapText('已完成');
    await driver.waitForNoText('一二三四');
    await driver.tapText('未完成');
    await driver.waitForNoText('买菜');
    await driver.longPress({ text: '一二三四五六七八' });
    await driver.waitForText('不要“一二三四五六七八”了吗');
    await driver.tapText('确定');
    await driver.waitForText('都做完了');
    await driver.tapText('关于');
    await driver.waitForText('共\u00a01\u00a0件 <存在手机里>');
    await driver.tapText('回列表');
    await driver.waitForText('都做完了');
    expect(await driver.errors()).toEqual([]);
  });

  it('a sign-up form: is checked, filled in and sent', async () => {
    await open('signup');
    await driver.waitForText('共 9 项');
    await driver.tapText('提交');
    await driver.waitForText('请写姓名');
    await driver.type({ text: '姓名' }, '陈小红');
    await driver.choose({ text: '上午场' }, '下午场');
    await driver.choose({ text: '选镇街' }, ['江海', '礼乐']);
    await driver.waitForText('江海礼乐');
    await driver.choose({ text: '选日期' }, ['1988年', '2月', '29日']);
    await driver.waitForText('1988-02-29');
    await driver.tapText('会员');
    await driver.tapText('手语');
    await driver.tap({ selector: '[aria-label="减一人"]' });
    await driver.tap({ selector: '[aria-label="加一人"]' });
    await driver.tap({ role: 'switch', name: '接收提醒' });
    await driver.type('wx-textarea', '坐轮椅\n要坡道');
    await driver.waitForText('2 行');
    await driver.tapText('提交');
    await driver.waitForText('people');
    const sent = (await driver.text()).split('\n').filter((line) => line.includes('='));
    expect(sent).toEqual([
      'name="陈小红"',
      'session="1"',
      'place=[1,1]',
      'birthday="1988-02-29"',
      'kind="member"',
      'needs=["sign"]',
      'remind=false',
      'note="坐轮椅\\n要坡道"',
      'people=2',
    ]);
    await driver.back();
    await driver.tapText('清空');
    await driver.waitForText('清空了');
    const text = await driver.text();
    for (const empty of ['上午场', '选镇街', '选日期', '和身份证一致', '最多二十个字']) {
      expect(text).toContain(empty);
    }
    expect(await driver.errors()).toEqual([]);
  });

  it('a reader: turns between shelves, opens a book and hears from it', async () => {
    await open('reader');
    await driver.waitForText('随便看看');
    await driver.tapText('地理');
    await driver.waitForText('tab 翻到 地理');
    expect(await driver.text()).not.toContain('茶');
    await driver.swipe('wx-swiper', 'right');
    await driver.waitForText('touch 翻到 生活');
    expect(await driver.text()).toMatch(/月\s*，¥9\.00/);
    await driver.tapText('月');
    await driver.waitForText('生活：月');
    expect(await driver.text()).not.toContain('不放');
    await driver.tapText('去望');
    await driver.waitForText('67%');
    await driver.tapText('去朔');
    await driver.waitForText('33%');
    await driver.waitFor(
      'the pages to lie at their beginning',
      async () => (await driver.attributes('#chapter-0')) !== null,
    );
    await driver.swipe('.pages', 'down');
    await driver.waitForText('0%');
    await driver.back();
    await driver.waitForText('月 读到 朔');
    expect(await driver.errors()).toEqual([]);
  });
});
