import pg from 'pg';

/**
 * Fills a migrated database with articles as the sites have them: eight channels, an hour apart with every tenth at the same
 * moment as another, a summary of 60 characters, a cover on every second.
 */
export async function fillFeed(databaseUrl: string, articles: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `INSERT INTO articles (id, channel_id, title, summary, source, published_at, sort_at, cover, blocks,
      attachments, site, content_hash, created_at, updated_at)
    SELECT substr(md5(n::text), 1, 16), (SELECT id FROM channels WHERE position = 1 + n % 8),
      '第' || n || '期巾帼志愿服务活动走进社区', repeat('志愿者为社区的老人和孩子送去问候。', 4),
      '江门市妇联', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"'), at,
      CASE WHEN n % 2 = 0 THEN jsonb_build_object('url', '/media/' || md5(n::text) || '.webp', 'alt', '活动合影') END,
      jsonb_build_array(jsonb_build_object('kind', 'paragraph', 'spans',
        jsonb_build_array(jsonb_build_object('text', repeat('志愿者为社区的老人和孩子送去问候。', 40))))),
      '[]', '江门市妇女网', md5(n::text), now(), now()
    FROM (SELECT n, timestamptz '2026-11-01' - make_interval(hours => n - (n % 10 = 0)::int) AS at
      FROM generate_series(1, $1::int) AS n) AS numbered`,
    [articles],
  );
  await client.query('VACUUM ANALYZE articles');
  await client.end();
}
