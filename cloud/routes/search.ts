import { Type } from 'typebox';
import { DAY_MS, padTwo, toCivilTime, toEpochMs } from '../../rules/utc8.ts';
import { SearchPage, SearchSuggestions } from '../../types/search.ts';
import { toCachedAnswers } from '../http/answers.ts';
import { allowCaching, CACHE_POLICIES } from '../http/caching.ts';
import { DETAILS, sendProblem } from '../http/problems.ts';
import type { TypedApp } from '../http/typed-app.ts';
import { findChannel, isChannelId } from '../store/channels.ts';
import type { SearchRange } from '../store/search/search-articles.ts';
import { parseSearchCursor, toSearchCursor } from '../store/search/search-cursor.ts';
import { findSearchPage } from '../store/search/search-page.ts';
import { createSuggestions } from '../store/search/suggestions.ts';
import type { RouteContext } from './context.ts';
import { PAGING_QUERY } from './paging.ts';

const WORDS = Type.String({ maxLength: 100, description: '要找的词' });
const Day = (description: string) =>
  Type.Optional(Type.String({ pattern: '^(19|20|21)\\d{2}-\\d{2}-\\d{2}$', description }));

const SearchQuery = Type.Object({
  q: WORDS,
  channel: Type.Optional(Type.String({ description: '栏目 id；不带时为全部栏目' })),
  from: Day('最早的发布日期（北京时间，含当天）'),
  to: Day('最晚的发布日期（北京时间，含当天）'),
  cursor: PAGING_QUERY.cursor,
});

type Dates = { ok: true; range: SearchRange } | { ok: false; detail: string };

/** The midnight in China that begins a day; NaN for 30 February, which JavaScript takes for 2 March. */
function toMidnight(day: string): number {
  const at = toEpochMs(day);
  return padTwo(toCivilTime(at).day) === day.slice(-2) ? at : Number.NaN;
}

/** Days in China; both are meant themselves. */
function readDates(from: string | undefined, to: string | undefined): Dates {
  const first = from === undefined ? undefined : toMidnight(from);
  const last = to === undefined ? undefined : toMidnight(to);
  if (Number.isNaN(first) || Number.isNaN(last)) return { ok: false, detail: DETAILS.badDate };
  if (first !== undefined && last !== undefined && first > last) {
    return { ok: false, detail: DETAILS.badDates };
  }
  return {
    ok: true,
    range: {
      ...(first !== undefined && { from: first }),
      ...(last !== undefined && { until: last + DAY_MS }),
    },
  };
}

export function registerSearch(app: TypedApp, { store, links, now }: RouteContext): void {
  app.get(
    '/v1/search',
    {
      schema: {
        summary: '查找文章：先标题后正文，新的在前',
        querystring: SearchQuery,
        response: toCachedAnswers('一页结果', SearchPage),
      },
    },
    async ({ query }, reply) => {
      const { q, channel, from, to, cursor } = query;
      const dates = readDates(from, to);
      if (!dates.ok) return sendProblem(reply, 'invalid_request', { detail: dates.detail });
      const asked = [q, channel, from, to];
      const after = cursor === undefined ? undefined : parseSearchCursor(asked, cursor);
      if (cursor !== undefined && after === undefined) {
        return sendProblem(reply, 'invalid_request', { detail: DETAILS.badCursor });
      }
      const isKnown =
        channel === undefined || (isChannelId(channel) && (await findChannel(store, channel)));
      if (!isKnown) return sendProblem(reply, 'not_found', { detail: DETAILS.unknownChannel });
      const range = { ...dates.range, ...(channel !== undefined && { channelId: channel }) };
      const { items, exact, next } = await findSearchPage(store, q, range, now(), after);
      allowCaching(reply, CACHE_POLICIES.list);
      return reply.send({
        items: items.map((item) => ({ ...item, article: links.toCard(item.article) })),
        exact,
        nextCursor: next ? toSearchCursor(asked, next) : null,
      });
    },
  );

  const suggest = createSuggestions(store, now);
  app.get(
    '/v1/search/suggestions',
    {
      schema: {
        summary: '边输入边提示：栏目、常用词、文章标题',
        querystring: Type.Object({ q: WORDS }),
        response: toCachedAnswers('提示，最多 10 条', SearchSuggestions),
      },
    },
    async ({ query: { q } }, reply) => {
      const suggestions = await suggest(q);
      allowCaching(reply, CACHE_POLICIES.list);
      return reply.send({ suggestions });
    },
  );
}
