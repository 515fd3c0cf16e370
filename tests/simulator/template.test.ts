import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { programDir } from '../support/simulator-programs.ts';

describe.each(launchers)('templates, events and parts in $name', ({ launch }) => {
  let driver: Driver;

  beforeEach(async () => {
    driver = await launch({
      distDir: programDir('template'),
      hosts: { 'https://pictures.test': 'http://127.0.0.1:1' },
    });
    await driver.waitForText('页脚');
  });

  afterEach(async () => {
    await driver.close();
  });

  it('draws imported templates, wxs, a slot and an include', async () => {
    const text = await driver.text();
    for (const line of ['行：一一', '行：二二', '卡片 红：', '内容', '页脚：甲']) {
      expect(text).toContain(line);
    }
    expect(await driver.errors()).toEqual([]);
  });

  it.each([
    ['行：二二', 'tap 二 {"row":"二","list":"大"} 到外层 二'],
    ['内容', '选了红 true'],
    ['只到里面', '里面'],
    ['跨过两行的字', '点到了'],
  ])('tells a tap on %s with plain data', async (text, told) => {
    await driver.tapText(text);
    await driver.waitForText(told);
  });

  it('notes every setData by page or component, with its bytes', async () => {
    await driver.tapText('内容');
    await driver.waitForText('选了红');
    const told = JSON.stringify({ told: '选了红 true' });
    expect((await driver.ledger()).map(({ at: _, ...entry }) => entry)).toEqual([
      {
        page: 'pages/index/index',
        component: 'parts/card/card',
        keys: ['chosen'],
        bytes: '{"chosen":true}'.length,
        interaction: expect.stringContaining('tap'),
      },
      {
        page: 'pages/index/index',
        component: null,
        keys: ['told'],
        bytes: Buffer.byteLength(told),
        interaction: expect.stringContaining('tap'),
      },
    ]);
  });

  it('notes a template name that does not exist, and a picture that does not load', async () => {
    await driver.tapText('用错模板');
    await driver.waitForText('image load fail: https://pictures.test/none.png');
    expect(await driver.errors()).toEqual([
      expect.objectContaining({
        level: 'error',
        rule: 'template.missing',
        message: expect.stringContaining('pages/index/index.wxml: template "nowhere"'),
      }),
    ]);
  });

  it('writes ARIA from wxml and nothing of its own', async () => {
    const key = await driver.attributes('#key');
    expect(key).toMatchObject({ role: 'button', 'aria-label': '甲键', 'aria-hidden': 'false' });
    const row = await driver.attributes('.row');
    expect(Object.keys(row ?? {}).filter((name) => /role|aria/.test(name))).toEqual([]);
  });

  it('takes text from an input that is no HTML element of that name', async () => {
    await driver.fill('wx-input', '乙');
    await driver.waitForText('页脚：乙');
  });
});
