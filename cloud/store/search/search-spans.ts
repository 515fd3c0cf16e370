/** No word that is typed or read begins with it: both are letters and digits. */
export const SPAN_SIGN = '~';

/**
 * What an article is indexed by beside its words: its ten days (by the first digit of the day), its month and its year,
 * in UTC, as `toSpans` names them: `~2026-11-2`, `~2026-11`, `~2026`.
 */
export function toSpanMarks(sortAt: Date): string[] {
  const day = sortAt.toISOString();
  return [9, 7, 4].map((length) => `${SPAN_SIGN}${day.slice(0, length)}`);
}

/** The shorter a span, the fewer articles are read for a common word; the fewer there are, the less is asked for a rare one. */
const MONTHS = 12;
/** The newest of them, in tens of days. */
const MONTHS_IN_TENS = 2;
/** More than there are from 1900 to 2100: PostgreSQL would expect thousands. */
const MOST_SPANS = 300;

/**
 * SQL: the spans of time from the newest article to the oldest, newest first, as rows of `mark`, `since` and `before`. None
 * overlaps another. Needs `EDGES`.
 *
 * @param around SQL, a moment: tens of days and months are told apart in the year up to it, years before and after
 * @param condition SQL: which spans are wanted, by `since` and `before`
 */
export const toSpans = (around: string, condition: string): string => `(
    SELECT quote_literal('${SPAN_SIGN}' || name) AS mark, since, before FROM edges
    CROSS JOIN LATERAL (SELECT date_trunc('month', least(${around}, newest) AT TIME ZONE 'UTC') AS month) AS top
    CROSS JOIN LATERAL (SELECT month - interval '${MONTHS - 1} months' AS first) AS twelfth
    CROSS JOIN LATERAL (
      SELECT to_char(at, 'YYYY-MM-') || ten AS name,
        greatest(at, at + (10 * ten - 1) * interval '1 day') AS begin,
        least(at + (10 * ten + 9) * interval '1 day', at + interval '1 month') AS finish
      FROM generate_series(month, month - interval '${MONTHS_IN_TENS - 1} months', interval '-1 month') AS at,
        generate_series(0, 3) AS ten
      UNION ALL
      SELECT to_char(at, 'YYYY-MM'), at, at + interval '1 month'
      FROM generate_series(month - interval '${MONTHS_IN_TENS} months', first, interval '-1 month') AS at
      UNION ALL
      SELECT to_char(at, 'YYYY'), at, least(at + interval '1 year', first)
      FROM generate_series(date_trunc('year', first), oldest_year, interval '-1 year') AS at
      UNION ALL
      SELECT to_char(at, 'YYYY'), greatest(at, month + interval '1 month'), at + interval '1 year'
      FROM generate_series(newest_year, date_trunc('year', month), interval '-1 year') AS at) AS parts
    CROSS JOIN LATERAL (
      SELECT begin AT TIME ZONE 'UTC' AS since, finish AT TIME ZONE 'UTC' AS before) AS moments
    WHERE ${condition} ORDER BY since DESC LIMIT ${MOST_SPANS}) AS span`;

/** SQL: what `toSpans` needs. */
export const EDGES = `edges AS MATERIALIZED (
    SELECT newest, date_trunc('year', newest AT TIME ZONE 'UTC') AS newest_year,
      date_trunc('year', oldest AT TIME ZONE 'UTC') AS oldest_year
    FROM (SELECT (SELECT max(sort_at) FROM article_search) AS newest,
      (SELECT min(sort_at) FROM article_search) AS oldest) AS ends)`;
