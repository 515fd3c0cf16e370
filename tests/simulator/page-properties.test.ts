import { afterEach, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { makeTinyProgram } from '../support/tiny-program.ts';

const PAGE = `Component({
  properties: { paramA: Number, paramB: String, paramC: { type: Number, value: 7 } },
  lifetimes: { attached() { this.note('attached', this.properties) } },
  methods: {
    onLoad(options) {
      this.note('properties', this.properties);
      this.note('options', options);
    },
    note(name, { paramA, paramB, paramC, other }) {
      wx.setStorageSync(name, { paramA, paramB, paramC, other });
    },
  },
})`;

describe.each(launchers)('a page built by Component in $name', ({ launch }) => {
  let driver: Driver;
  let remove = () => {};
  afterEach(async () => {
    await driver.close();
    remove();
  });

  it('gets its query as properties of their types, and as texts in onLoad', async () => {
    const program = makeTinyProgram({
      'page.js': PAGE,
      'page.wxml': '<view>{{paramA + 1}} {{paramB}} {{paramC}}</view>',
    });
    remove = program.remove;
    driver = await launch({
      distDir: program.distDir,
      hosts: {},
      query: 'paramA=123&paramB=%20x%&other=1',
    });
    await driver.waitForText('124 %20x% 7');
    const properties = { paramA: 123, paramB: '%20x%', paramC: 7 };
    const noted = (await driver.calls('setStorageSync')).map(({ args }) => args);
    expect(noted).toEqual([
      ['attached', properties],
      ['properties', properties],
      ['options', { paramA: '123', paramB: '%20x%', other: '1' }],
    ]);
    expect(await driver.errors()).toEqual([]);
  });
});
