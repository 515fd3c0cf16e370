import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ActionProgram, startActions } from '../support/action-program.ts';
import { launchers } from '../support/driver-launchers.ts';

const call = (name: string, options: string) => `wx.${name}({ ${options} complete: note })`;
const noText = (name: string, got = 'Undefined') =>
  `fail parameter error: parameter.${name} should be String instead of ${got};`;
const tooLong = (name: string) => `fail ${name} length should not larger than 4 Chinese characters`;
const colours = (front: string, back: string) =>
  `frontColor: ${JSON.stringify(front)}, backgroundColor: ${JSON.stringify(back)},`;

/** Words to tap, the function with its options, and how it ends. */
const CASES: [word: string, name: string, options: string, end: string][] = [
  ['无词提示', 'showToast', '', noText('title')],
  ['数字提示', 'showToast', 'title: 1,', noText('title', 'Number')],
  ['空提示', 'showToast', "title: '', duration: 1,", 'ok'],
  ['无词等待', 'showLoading', '', noText('title')],
  ['有词等待', 'showLoading', "title: '等',", 'ok'],
  ['无标题', 'setNavigationBarTitle', '', noText('title')],
  ['有标题', 'setNavigationBarTitle', "title: '新题',", 'ok'],
  ['长确定', 'showModal', "confirmText: '一二三四五',", tooLong('confirmText')],
  ['长取消', 'showModal', "cancelText: '一二三四五',", tooLong('cancelText')],
  ['对象内容', 'showModal', 'content: {},', noText('content', 'Object')],
  ['红字', 'setNavigationBarColor', colours('red', '#000000'), 'fail invalid frontColor "red"'],
  ['怪底', 'setNavigationBarColor', colours('#ffffff', 'x'), 'fail invalid backgroundColor "x"'],
  ['无底', 'setNavigationBarColor', "frontColor: '#ffffff',", noText('backgroundColor')],
  ['黑底白字', 'setNavigationBarColor', colours('#ffffff', '#000'), 'ok'],
];

describe.each(launchers)('what a program says to its reader in $name', ({ launch }) => {
  let program: ActionProgram;
  beforeAll(async () => {
    const actions = CASES.map(([word, name, options]) => [word, call(name, options)]);
    program = await startActions(launch, {
      ...Object.fromEntries(actions),
      问: call('showModal', "title: '问', confirmText: '一二三四', content: undefined,"),
      填: call('showModal', "title: '填', editable: true,"),
    });
  });
  afterAll(() => program?.close());

  it.each(CASES)('%s', async (word, name, _, end) => {
    expect(await program.run(word)).toEqual({ errMsg: `${name}:${end}` });
    expect(await program.broken()).toEqual([]);
  });

  it('keeps the title where it is refused', async () => {
    await program.run('有标题');
    await program.run('无标题');
    expect((await program.driver.text()).split('\n')).not.toContain('undefined');
    await program.driver.waitForText('新题');
  });

  it('asks with four characters on a button', async () => {
    await program.driver.tapText('问');
    await program.driver.tapText('一二三四');
    await program.driver.waitForText('"confirm":true');
  });

  it('names a dialog to write in', async () => {
    const errMsg = 'showModal:fail wx.showModal with editable is not modelled by the simulator';
    expect(await program.run('填')).toEqual({ errMsg });
    expect(await program.broken()).toEqual(['call.unknown']);
  });
});
