import { describe, expect, it } from '@jest/globals';
import { isNothing, readAnswer } from '../../../src/platform/read-answer.ts';
import { isFeedPage } from '../../../types/generated/contract-checks.js';

const card = {
  id: 'a1',
  channelId: 'news',
  title: '端午活动侧记',
  summary: '',
  source: '江门市妇联',
  publishedAt: '2026-06-19',
};
const page = { items: [card], nextCursor: null };
const problem = {
  type: 'about:blank',
  title: 'Unavailable',
  status: 503,
  code: 'unavailable',
  detail: '',
  requestId: 'r-1',
};
const portal = '<!DOCTYPE html><html><body>请先登录校园网</body></html>';

describe('readAnswer', () => {
  it('hands out a page that came as text', () => {
    const answer = readAnswer({ status: 200, body: JSON.stringify(page) }, isFeedPage);
    expect(answer).toEqual({ ok: true, value: page });
  });

  it('hands out a page that the transport had parsed already', () => {
    expect(readAnswer({ status: 200, body: page }, isFeedPage)).toEqual({ ok: true, value: page });
  });

  it('reads the answer of a newer endpoint, which has members of its own', () => {
    const newer = { ...page, total: 1, items: [{ ...card, likes: 3 }] };
    expect(readAnswer({ status: 200, body: JSON.stringify(newer) }, isFeedPage).ok).toBe(true);
  });

  it.each([undefined, '', '{}'])('knows an answer without a body by its status: %j', (body) => {
    expect(readAnswer({ status: 204, body }, isNothing)).toEqual({ ok: true, value: undefined });
    expect(readAnswer({ status: 204, body }, isFeedPage).ok).toBe(false);
  });

  it.each([
    ["a captive portal's page", 200, portal, { kind: 'intercepted' }],
    ['an empty answer', 200, '', { kind: 'intercepted' }],
    ['an answer that ends too early', 200, JSON.stringify(page).slice(0, 40), { kind: 'cut-off' }],
    ['another shape', 200, '{"items":[{"id":1}],"nextCursor":null}', { kind: 'unexpected' }],
    ['a list where an object belongs', 200, '[]', { kind: 'unexpected' }],
    ['a bare null', 200, 'null', { kind: 'unexpected' }],
    ['an error page of a gateway', 502, portal, { kind: 'status', status: 502 }],
    ['an error without a body', 404, '', { kind: 'status', status: 404 }],
    ['not modified, which nobody asked for', 304, '', { kind: 'status', status: 304 }],
    [
      'a problem',
      503,
      JSON.stringify(problem),
      { kind: 'problem', code: 'unavailable', status: 503, requestId: 'r-1' },
    ],
    [
      'a problem with a code of a newer endpoint',
      409,
      JSON.stringify({ ...problem, status: 409, code: 'sold_out' }),
      { kind: 'problem', code: 'sold_out', status: 409, requestId: 'r-1' },
    ],
  ])('%s is a failure of its own', (_name, status, body, failure) => {
    expect(readAnswer({ status, body }, isFeedPage)).toEqual({ ok: false, failure });
  });
});
