import { describe, expect, it } from '@jest/globals';
import { NOTICE_KINDS } from '../../../cloud/domain/notice-kinds.ts';
import { toArticleValues, toEventValues } from '../../../cloud/domain/notice-values.ts';

const article = {
  title: '标题',
  source: '江门市妇联',
  publishedAt: '2026-11-25',
  channelName: '通知公告',
};
const event = {
  title: '亲子阅读',
  startsAt: '2026-11-28T09:30:00+08:00',
  venueName: '妇女儿童活动中心',
  organiser: '蓬江区妇联',
};

describe('the values of a notice', () => {
  it('about an article', () => {
    expect(toArticleValues(article, '请转告')).toEqual({
      title: '标题',
      source: '江门市妇联',
      publishedAt: '2026-11-25',
      channel: '通知公告',
      note: '请转告',
    });
  });

  it('about an event', () => {
    expect(toEventValues(event, '')).toEqual({
      title: '亲子阅读',
      startsAt: '2026-11-28T09:30:00+08:00',
      venue: '妇女儿童活动中心',
      organiser: '蓬江区妇联',
      note: '',
    });
  });

  it.each(Object.entries(NOTICE_KINDS))('are all that %s knows', (_, { subject, values }) => {
    const filled = subject === 'event' ? toEventValues(event, '') : toArticleValues(article, '');
    expect(Object.keys(filled)).toEqual(expect.arrayContaining(Object.keys(values)));
  });
});
