import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { readAnswer } from '../support/action-program.ts';
import { launchers } from '../support/driver-launchers.ts';
import { makeTinyProgram, type TinyProgram } from '../support/tiny-program.ts';

const ask = (fields: string) => `query.select('.box').fields(${fields}, note).exec()`;
const call = (method: string) =>
  `try { query.select('.box').${method}(note) } catch (error) { note(error.message) }`;

/** What is asked, by the words to tap. */
const QUESTIONS: Record<string, string> = {
  性质: ask("{ properties: ['hidden', 'scrollY', 'nope'] }"),
  组件: "query.select('#card').fields({ properties: ['title', 'secret'] }, note).exec()",
  样式: ask("{ computedStyle: ['color', 'background-color', 'marginLeft'] }"),
  名字: ask('{ id: true, dataset: true, mark: true }'),
  窗口: "query.selectViewport().fields({ id: true, mark: true, properties: ['x'] }, note).exec()",
  全部: "query.selectAll('.box').fields({ id: true }, note).exec()",
  没有: "query.select('.none').fields({ id: true, computedStyle: ['color'] }, note).exec()",
  连节点: ask('{ id: true, node: true, context: false }'),
  节点: call('node'),
  上下文: call('context'),
  引用: call('ref'),
};

const makeProgram = () =>
  makeTinyProgram({
    'page.json': '{ "usingComponents": { "card": "/card" } }',
    'page.wxml': `<view wx:for="{{words}}" wx:key="*this" data-word="{{item}}" bindtap="run">{{item}}</view>
      <view mark:group="一">
        <scroll-view id="box" class="box" scroll-y data-kind="甲" mark:own="二"
          style="color: rgb(1, 2, 3); background-color: rgb(4, 5, 6); margin-left: 7px" />
      </view>
      <card id="card" title="题" /><view>{{said}}</view>`,
    'page.js': `const questions = {
        ${Object.entries(QUESTIONS)
          .map(([word, code]) => `${word}: (query, note) => { ${code} },`)
          .join('\n')}
      };
      Page({
        data: { words: Object.keys(questions), said: '' },
        run({ currentTarget }) {
          const { word } = currentTarget.dataset;
          const note = (value) => this.setData({ said: word + '答：' + JSON.stringify(value) });
          questions[word](wx.createSelectorQuery(), note);
        },
      });`,
    'card.json': '{ "component": true }',
    'card.js': "Component({ properties: { title: String }, data: { secret: '密' } })",
    'card.wxml': '<view>{{title}}</view>',
  });

describe.each(launchers)('questions about elements in $name', ({ launch }) => {
  let program: TinyProgram;
  let driver: Driver;
  beforeAll(async () => {
    program = makeProgram();
    driver = await launch({ distDir: program.distDir, hosts: {} });
  });
  afterAll(async () => {
    await driver?.close();
    program.remove();
  });

  /** The answer to a question, and how the errors begin that came with it. */
  const answerTo = async (word: string) => {
    const before = (await driver.errors()).length;
    await driver.tapText(word);
    const answer = await readAnswer(driver, word);
    const errors = (await driver.errors()).slice(before);
    return { answer, errors: errors.map(({ message }) => message.split(' (')[0]) };
  };

  it.each<[string, unknown]>([
    ['性质', { hidden: false, scrollY: true }],
    ['组件', { title: '题' }],
    ['样式', { color: 'rgb(1, 2, 3)', 'background-color': 'rgb(4, 5, 6)', marginLeft: '7px' }],
    ['名字', { id: 'box', dataset: { kind: '甲' }, mark: { group: '一', own: '二' } }],
    ['窗口', { id: '', mark: {} }],
    ['全部', [{ id: 'box' }]],
    ['没有', null],
  ])('answers %s', async (word, answer) => {
    expect(await answerTo(word)).toEqual({ answer, errors: [] });
  });

  it('names fields that it does not model', async () => {
    const message = 'wx.createSelectorQuery: fields with node is not modelled by the simulator';
    const errors = [`call.unknown: ${message}`];
    expect(await answerTo('连节点')).toEqual({ answer: { id: 'box' }, errors });
  });

  it.each([
    ['节点', 'node'],
    ['上下文', 'context'],
    ['引用', 'ref'],
  ])('fails by name where an object is asked for: %s', async (word, method) => {
    const message = `wx.createSelectorQuery: NodesRef.${method} is not modelled by the simulator`;
    expect(await answerTo(word)).toEqual({ answer: message, errors: [`call.unknown: ${message}`] });
  });
});
