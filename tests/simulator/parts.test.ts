import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { programDir } from '../support/simulator-programs.ts';

describe.each(launchers)('built-in parts in $name', ({ name, launch }) => {
  let driver: Driver;

  beforeEach(async () => {
    driver = await launch({ distDir: programDir('gallery'), hosts: {} });
    await driver.waitForText('选地区');
  });

  afterEach(async () => {
    await driver.close();
  });

  const told = (text: string) =>
    driver.waitFor(`the page to tell ${text}`, async () =>
      (await driver.text()).split('\n').includes(text),
    );
  const classOf = async (target: string) => (await driver.attributes(target))?.class ?? '';

  it('tells taps, and nothing of a disabled button', async () => {
    await driver.tapText('普通');
    await told('tap 点');
    await driver.tapText('主要停用');
    await driver.longPress({ text: '主要停用' });
    await told('tap 点');
  });

  it('tells a long press instead of a tap, and shows the hover class as long', async () => {
    await driver.tapText('按住');
    await told('tap 盒');
    await driver.longPress({ text: '按住' });
    await told('touchend');
    const isHeld = async () => (await classOf('.held-box')).split(' ').includes('held');
    await driver.waitFor('the look to be as before', async () => !(await isHeld()));
  });

  it('opens customer service and feedback, and names what it does not know', async () => {
    await driver.tapText('意见');
    await driver.tapText('客服');
    expect((await driver.effects('service')).map(({ detail }) => detail)).toEqual([
      { openType: 'feedback' },
      expect.objectContaining({ openType: 'contact', sessionFrom: '馆' }),
    ]);
    await driver.tapText('别的');
    await driver.tapText('选地区');
    await driver.tapText('没有地址');
    await driver.waitFor('three errors', async () => (await driver.errors()).length === 3);
    expect((await driver.errors()).map(({ message }) => message)).toEqual([
      'button open-type="launchApp" is not modelled by the simulator',
      'picker mode="region" is not modelled by the simulator',
      'navigator to : it has no url, which open-type "navigate" needs',
    ]);
  });

  it.each([
    ['#switch', 'change false'],
    [
      'wx-checkbox[class~=is-disabled] + wx-nothing, wx-checkbox:nth-of-type(2)',
      'change ["a","b","c"]',
    ],
    ['wx-radio:nth-of-type(2)', 'change "b"'],
  ])('tells what is chosen at %s', async (target, change) => {
    await driver.tap(target);
    await told(change);
  });

  it('leaves disabled choices and a chosen radio alone', async () => {
    await driver.tapText('普通');
    for (const target of [
      '#off',
      'wx-checkbox:nth-of-type(3)',
      'wx-radio:nth-of-type(1)',
      'wx-radio:nth-of-type(3)',
    ]) {
      await driver.tap(target);
    }
    await told('tap 点');
  });

  it('types into the input of a label, cuts by characters and tells focus and confirm', async () => {
    await driver.type({ text: '名字在这里' }, '红😀花');
    await told('input 红😀花');
    await driver.type('#name', '草木');
    await told('input 红😀花草');
    await driver.type('#name', '\n');
    await driver.waitForText('confirm，blur');
  });

  it('writes what the handler of an input returns', async () => {
    await driver.type('#second', 'ab');
    await driver.tapText('锁上');
    await driver.waitFor(
      'the field to be locked',
      async () => (await driver.attributes('#second input'))?.disabled === '',
    );
    await expect(driver.fill('#second', 'x')).rejects.toThrow('no input');
  });

  it('puts labels and roles on the field inside, and a placeholder nowhere in its name', async () => {
    const field = await driver.attributes('#name input');
    expect(field).toMatchObject({ 'aria-label': '姓名', role: 'searchbox' });
    expect(field).not.toHaveProperty('placeholder');
    expect(Object.keys((await driver.attributes('#name')) ?? {})).not.toContain('aria-label');
    await driver.type({ role: 'searchbox', name: '姓名' }, '兰');
    await told('input 兰');
  });

  it('chooses dates and times inside their limits', async () => {
    await driver.choose({ text: '选日子' }, ['2020年', '3月', '15日']);
    await told('change "2020-03-15"');
    await driver.choose({ text: '选时间' }, ['17', '00']);
    await told('change "17:00"');
    await driver.choose({ text: '选月份' }, ['2027年', '12月']);
    await told('change "2027-12"');
    await driver.tapText('选日子');
    await driver.tapText('取消');
    await told('cancel 取消了');
  });

  it('turns a swiper by hand and by itself, round and round', async () => {
    await driver.swipe('wx-swiper', 'right');
    await told('change 2 touch 三');
    await driver.tapText('自动播放');
    await told('change 0 autoplay 一');
    expect(await driver.text()).not.toContain('第二张');
  });

  it('reads entities and trusts markup as WeChat does', async () => {
    const text = await driver.text();
    expect(text).toContain('a<b\u00a0c');
    expect(text).not.toContain('滚');
    expect(await driver.attributes('wx-rich-text p')).toEqual({ class: 'p' });
    await driver.tap('wx-rich-text b');
    await told('tap 富文本');
  });

  it('loads a lazy picture three screens before it is seen', async () => {
    const src = async () => (await driver.attributes('.lazy img'))?.src;
    if (name === 'jsdom') {
      expect(await src()).toContain('far.png');
      return;
    }
    expect(await src()).toBeUndefined();
    await driver.scrollTo(5000);
    await driver.waitFor('the picture to be loaded', async () => Boolean(await src()));
  });
});
