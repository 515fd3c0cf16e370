import { describe, expect, it } from '@jest/globals';
import {
  toAgainTopics,
  toAskable,
  toChannelTopic,
  toFirstTopics,
} from '../../../../src/features/notice/askable-topics.ts';
import type { Topic } from '../../../../types/topic.ts';

const topic = (id: string, templateId: string, isLongTerm = false): Topic => ({
  id,
  name: id,
  templateId,
  isLongTerm,
});
const ids = (topics: readonly Topic[]) => topics.map(({ id }) => id);

describe('toAskable', () => {
  it.each([
    ['none of none', [], []],
    ['all of three', [topic('a', 'A'), topic('b', 'B'), topic('c', 'C')], ['a', 'b', 'c']],
    [
      'no more than three',
      [topic('a', 'A'), topic('b', 'B'), topic('c', 'C'), topic('d', 'D')],
      ['a', 'b', 'c'],
    ],
    ['one for each template', [topic('a', 'A'), topic('b', 'A'), topic('c', 'C')], ['a', 'c']],
    ['one kind', [topic('a', 'A'), topic('b', 'B', true), topic('c', 'C')], ['a', 'c']],
    ['the kind of the first', [topic('a', 'A', true), topic('b', 'B')], ['a']],
  ])('%s', (_name, topics, chosen) => {
    expect(ids(toAskable(topics))).toEqual(chosen);
  });
});

describe('toFirstTopics', () => {
  const topics = [
    topic('channel:news', 'C'),
    topic('events', 'E'),
    topic('channel:rights', 'C'),
    topic('notices', 'N'),
  ];
  it.each([
    [undefined, ['notices', 'events']],
    ['rights', ['notices', 'events', 'channel:rights']],
    ['notices', ['notices', 'events']],
    ['gone', ['notices', 'events']],
  ])('with %s read last', (channel, chosen) => {
    expect(ids(toFirstTopics(topics, channel))).toEqual(chosen);
  });
});

describe('toAgainTopics', () => {
  const one = [topic('a', 'A'), topic('b', 'B'), topic('c', 'C'), topic('d', 'D')];
  const lasting = [topic('x', 'X', true), topic('y', 'Y', true)];
  const of = (credits: Record<string, number>) =>
    Object.entries(credits).map(([topicId, left]) => {
      return { topicId, name: topicId, credits: left, isLongTerm: false, since: '' };
    });

  it.each<[string, Topic[], Record<string, number>, string[]]>([
    ['two with nothing left', one, { a: 0, b: 3, c: 0 }, ['a', 'c']],
    ['three at most', one, { d: 0, c: 0, b: 0, a: 0 }, ['a', 'b', 'c']],
    ['a single one has its row', one, { a: 0, b: 1 }, []],
    ['none of those never asked for', one, { a: 0 }, []],
    ['two of one template are one', [topic('a', 'A'), topic('b', 'A')], { a: 0, b: 0 }, []],
    ['the types apart', [...lasting, ...one], { x: 0, a: 0, b: 0, y: 0 }, ['a', 'b']],
    ['one of each type is none', [...lasting, ...one], { x: 0, a: 0 }, []],
    ['long-term ones', [...one, ...lasting], { a: 0, x: 0, y: 0 }, ['x', 'y']],
    ['none that is no longer offered', one, { gone: 0, a: 0 }, []],
  ])('%s', (_name, topics, credits, chosen) => {
    expect(ids(toAgainTopics(topics, of(credits)))).toEqual(chosen);
  });
});

it.each([
  ['notices', 'notices'],
  ['rights', 'channel:rights'],
])('the channel %s is told of by %s', (channel, topicId) => {
  expect(toChannelTopic(channel)).toBe(topicId);
});
