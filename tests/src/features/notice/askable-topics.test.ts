import { describe, expect, it } from '@jest/globals';
import {
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

it.each([
  ['notices', 'notices'],
  ['rights', 'channel:rights'],
])('the channel %s is told of by %s', (channel, topicId) => {
  expect(toChannelTopic(channel)).toBe(topicId);
});
