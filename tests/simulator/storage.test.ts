import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { launchers } from '../support/driver-launchers.ts';
import { OutsideProgram } from '../support/outside-program.ts';
import { programDir } from '../support/simulator-programs.ts';

/** Ten megabytes go to a browser's own storage with every key, in milliseconds. */
const A_LOT = 90_000;

describe.each(launchers)('what the storage holds, in $name', ({ launch }) => {
  let program: OutsideProgram;
  beforeAll(async () => {
    program = new OutsideProgram(await launch({ distDir: programDir('outside'), hosts: {} }));
  });
  afterAll(() => program.driver.close());

  it.each([
    ['存刚好', 'setStorage:ok', []],
    ['存多一字', 'setStorage:fail entry size limit reached', ['storage.key']],
  ])('one key has 1 MB with its name, in bytes: %s', async (action, answer, rules) => {
    expect(await program.held(action)).toEqual({ answer, rules });
  });

  it(
    'all keys have 10 MB, and what is replaced counts no more',
    async () => {
      expect(await program.held('存满')).toMatchObject({
        answer: { currentSize: 10240, limitSize: 10240 },
        rules: [],
      });
      expect(await program.held('再存一字')).toEqual({
        answer: 'setStorage:fail exceed storage max size 10Mb',
        rules: ['storage.total'],
      });
      expect(await program.held('换小的')).toEqual({ answer: [11, 9217], rules: [] });
    },
    A_LOT,
  );

  it('keeps what JSON cannot, as the base library does', async () => {
    expect(await program.held('存各种')).toEqual({
      answer: [
        ['[object Date]', expect.stringContaining('1970')],
        ['[object Undefined]', 'undefined'],
        ['[object Null]', 'null'],
        ['[object Number]', 'NaN'],
        ['[object String]', ''],
        ['[object String]', ''],
        ['[object Boolean]', 'true'],
        ['[object Object]', '[object Object]'],
      ],
      rules: [],
    });
  });

  it.each([
    ['存圈', /^setStorage:fail Converting circular/, []],
    ['同步存圈', /^setStorageSync:fail Converting circular/, []],
    [
      '没钥匙',
      /^setStorage:fail parameter error: parameter.key should be String instead of Undefined;$/,
      [],
    ],
    [
      '同步没钥匙',
      /^setStorageSync:fail parameter error: parameter should be String instead of Undefined;$/,
      [],
    ],
    ['加密', /^setStorage:fail wx.setStorage with encrypt is not modelled/, ['call.unknown']],
  ])('refuses: %s', async (action, answer, rules) => {
    expect(await program.held(action)).toEqual({ answer: expect.stringMatching(answer), rules });
  });
});
