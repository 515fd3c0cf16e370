/** No word that is typed or read begins with it: both are letters and digits. */
export const SPAN_SIGN = '~';

/** What an article is indexed by beside its words: its month and its year, in UTC, as `spans` name them. */
export function toSpanMarks(sortAt: Date): string[] {
  const day = sortAt.toISOString();
  return [`${SPAN_SIGN}${day.slice(0, 7)}`, `${SPAN_SIGN}${day.slice(0, 4)}`];
}

/** Months are short enough for a common word, years few enough for a rare one. */
const MONTHS = 12;

/**
 * SQL: the spans of time from the newest article to the oldest, newest first, as rows of `mark`, `since` and `before`. None
 * overlaps another. Needs `EDGES`.
 *
 * @param around SQL, a moment: months are told apart in the year up to it, years before and after
 * @param condition SQL: which spans are wanted, by `since` and `before`
 */
export const toSpans = (around: string, condition: string): string => `(
    SELECT quote_literal('${SPAN_SIGN}' || name) AS mark, since, before FROM edges
    CROSS JOIN LATERAL (SELECT date_trunc('month', least(${around}, newest) AT TIME ZONE 'UTC') AS month) AS top
    CROSS JOIN LATERAL (SELECT month - interval '${MONTHS - 1} months' AS first) AS twelfth
    CROSS JOIN LATERAL (
      SELECT to_char(at, 'YYYY-MM') AS name, at AS begin, at + interval '1 month' AS finish
      FROM generate_series(month, first, interval '-1 month') AS at
      UNION ALL
      SELECT to_char(at, 'YYYY'), at, least(at + interval '1 year', first)
      FROM generate_series(date_trunc('year', first), oldest_year, interval '-1 year') AS at
      UNION ALL
      SELECT to_char(at, 'YYYY'), greatest(at, month + interval '1 month'), at + interval '1 year'
      FROM generate_series(newest_year, date_trunc('year', month), interval '-1 year') AS at) AS parts
    CROSS JOIN LATERAL (
      SELECT begin AT TIME ZONE 'UTC' AS since, finish AT TIME ZONE 'UTC' AS before) AS moments
    WHERE ${condition} ORDER BY since DESC) AS span`;

/** SQL: what `toSpans` needs. */
export const EDGES = `edges AS MATERIALIZED (
    SELECT newest, date_trunc('year', newest AT TIME ZONE 'UTC') AS newest_year,
      date_trunc('year', oldest AT TIME ZONE 'UTC') AS oldest_year
    FROM (SELECT (SELECT max(sort_at) FROM article_search) AS newest,
      (SELECT min(sort_at) FROM article_search) AS oldest) AS ends)`;
