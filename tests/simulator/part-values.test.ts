import { afterEach, describe, expect, it } from '@jest/globals';
import { launchers } from '../support/driver-launchers.ts';
import { makeTinyProgram } from '../support/tiny-program.ts';

const INPUT_TYPES = ['', 'text', 'number', 'idcard', 'digit'];
const IMAGE_MODES = [
  ...['', 'scaleToFill', 'aspectFit', 'aspectFill', 'widthFix', 'heightFix'],
  ...['top', 'bottom', 'center', 'left', 'right'],
  ...['top left', 'top right', 'bottom left', 'bottom right'],
];
const toWxml = (tag: string, name: string) => (value: string) => `<${tag} ${name}="${value}" />`;

describe.each(launchers)('values of parts in $name', ({ launch }) => {
  let close = async () => {};
  afterEach(() => close());

  const errorsWith = async (wxml: string) => {
    const { distDir, remove } = makeTinyProgram({ 'page.wxml': `<view>到了</view>${wxml}` });
    close = async () => remove();
    const driver = await launch({ distDir, hosts: {} });
    close = async () => {
      await driver.close();
      remove();
    };
    await driver.waitForText('到了');
    return (await driver.errors()).map(({ source, message }) => `${source}: ${message}`);
  };

  it.each([
    [
      '<input type="nickname" />',
      'simulator: input type="nickname" is not modelled by the simulator',
    ],
    [
      '<input type="safe-password" />',
      'simulator: input type="safe-password" is not modelled by the simulator',
    ],
    ['<input type="foo" />', 'program: input type="foo" is not known to WeChat'],
    ['<image mode="nope" />', 'program: image mode="nope" is not known to WeChat'],
    ['<image mode="constructor" />', 'program: image mode="constructor" is not known to WeChat'],
  ])('names %s', async (wxml, error) => {
    expect(await errorsWith(wxml)).toEqual([error]);
  });

  it('lets be what WeChat’s documents list, and what is unset', async () => {
    const inputs = INPUT_TYPES.map(toWxml('input', 'type'));
    const images = IMAGE_MODES.map(toWxml('image', 'mode'));
    const unset = '<input type="{{none}}" /><image mode="{{none}}" />';
    expect(await errorsWith([...inputs, ...images, unset].join(''))).toEqual([]);
  });
});
