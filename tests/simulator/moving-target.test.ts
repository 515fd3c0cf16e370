import { expect, it } from '@jest/globals';
import { launchers } from '../support/driver-launchers.ts';
import { makeTinyProgram } from '../support/tiny-program.ts';

const PAGE = `Page({
  data: { words: ['甲一', '乙二', '丙三', '丁四', '戊五', '己六', '庚七', '辛八'], down: 0 },
  go() { this.setData({ down: 450, said: '走起' }) },
  hit(event) { this.setData({ said: '点到' + event.currentTarget.dataset.word }) },
})`;
const COLUMN = `<view bindtap="go">移动</view>
<view>{{said}}</view>
<view style="font-size: 8px; line-height: 10px; transition: transform 600ms linear; transform: translateY({{down}}px)">
  <view wx:for="{{words}}" wx:key="*this" data-word="{{item}}" bindtap="hit">{{item}}</view>
</view>`;

it.each(launchers)('a tap hits what it names while the page moves in $name', async ({ launch }) => {
  const { distDir, remove } = makeTinyProgram({ 'page.js': PAGE, 'page.wxml': COLUMN });
  const driver = await launch({ distDir, hosts: {} });
  try {
    await driver.tapText('移动');
    await driver.waitForText('走起');
    await driver.tapText('丁四');
    await driver.waitForText('点到丁四');
    expect(await driver.errors()).toEqual([]);
  } finally {
    await driver.close();
    remove();
  }
});

const SPINNING = `<view style="animation: swing 300ms linear infinite">转</view>`;
const SWING = '@keyframes swing { to { transform: translateY(90px); } }';

it.each(launchers)('what never holds still is not tapped in $name', async ({ name, launch }) => {
  const program = { 'page.wxml': SPINNING, 'page.wxss': SWING };
  const { distDir, remove } = makeTinyProgram(program);
  const driver = await launch({ distDir, hosts: {} });
  try {
    const tapped = driver.tapText('转');
    if (name === 'jsdom') await tapped;
    else await expect(tapped).rejects.toThrow('{"text":"转"} still moves');
  } finally {
    await driver.close();
    remove();
  }
});
