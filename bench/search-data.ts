import { tmpdir } from 'node:os';
import pg from 'pg';
import { FIRST_CHANNELS } from '../cloud/domain/first-channels.ts';
import { createDiskStorage } from '../cloud/media/disk-storage.ts';
import { saveArticle } from '../cloud/store/save-article.ts';
import { connectStore } from '../cloud/store/store.ts';

/** Two-character words by how many of the articles hold them. */
export const SEARCHED = {
  /** In every body and no title. */
  everywhere: '社区',
  /** In a third of the bodies and a thirtieth of the titles. */
  common: '母亲',
  /** In one body of twenty. */
  frequent: '律师',
  /** In a dozen articles, none among the newest. */
  rare: '陈皮',
  /** In none. */
  absent: '旗袍',
} as const;

/** Sentences without any of the words above. */
const SENTENCES = [
  '志愿者为老人和孩子送去问候，把温暖送到家门口。',
  '活动现场，大家分组学习急救知识，不时提问。',
  '街道负责人表示，将继续完善服务，回应群众的期盼。',
  '学员们说，课程实用，时间也合适，希望多办几期。',
  '据介绍，项目实施以来，已有三百多户家庭受益。',
  '下一步，各镇街将结合实际，制定具体的实施方案。',
  '报名电话已经公布，名额有限，先到先得。',
  '会议强调，要把安全放在第一位，做好台风天的准备。',
  '图书馆里，十几个小朋友围坐在一起听故事。',
  '她说，创业的路不好走，幸好有姐妹们一直支持。',
  '医生提醒，定期检查能及早发现问题，不要讳疾忌医。',
  '培训结束后，合格的学员可以领取证书并推荐上岗。',
];

/** Distinct texts; the endpoint's own code cuts and indexes each once, the articles take turns with them. */
const TEXTS = 300;
const RARE = 12;

function toText(n: number): { title: string; body: string } {
  const mixed = Array.from({ length: 30 }, (_, s) => SENTENCES[(n * (s * s + 7) + s * 5) % 12]);
  const inBody = [
    `社区简报第${n}号。`,
    n % 3 === 0 ? '母亲们来了。' : '',
    n % 20 === 0 ? '律师在场。' : '',
    n > TEXTS ? '新会陈皮飘香。' : '',
  ];
  const place = n % 30 === 0 ? '母亲课堂' : '乡村学校';
  return {
    title: `第${n}期巾帼志愿服务活动走进${place}`,
    body: [...inBody, ...mixed].join(''),
  };
}

/** Saves the distinct texts as articles of long ago. */
async function saveTexts(databaseUrl: string): Promise<void> {
  const store = connectStore(
    databaseUrl,
    (error) => process.stderr.write(`${error.message}\n`),
    createDiskStorage(tmpdir()),
  );
  for (let n = 1; n <= TEXTS + RARE; n += 1) {
    const { title, body } = toText(n);
    const blocks = [{ kind: 'paragraph' as const, spans: [{ text: body }] }];
    const channelId = FIRST_CHANNELS[n % FIRST_CHANNELS.length]?.id ?? 'news';
    const words = { title, summary: body.slice(0, 60), source: '江门市妇联', blocks };
    const day = new Date(Date.UTC(2000, 0, n)).toISOString().slice(0, 10);
    const draft = { site: '江门市妇女网', channelId, publishedAt: day, ...words, attachments: [] };
    await saveArticle(store, draft, 0);
  }
  await store.pool.end();
}

/** SQL: what `toSpanMarks` gives a moment. */
const toMarks = (moment: string) =>
  `ARRAY(SELECT left(to_char(${moment} AT TIME ZONE 'UTC', '~YYYY-MM-DD'), length) FROM unnest(ARRAY[10, 8, 5]) AS length)`;

/**
 * Fills a migrated database with articles of some 700 characters, an hour apart: 312 that the endpoint saved, and copies of
 * the first 300 of them, row by row with what they are found by.
 */
export async function fillSearch(databaseUrl: string, articles: number): Promise<void> {
  await saveTexts(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  // As after a restore from a dump: indexes are built when the rows are there.
  await client.query('DROP INDEX article_search_title, article_search_words');
  await client.query(
    `WITH texts AS MATERIALIZED (SELECT row_number() OVER (ORDER BY sort_at) AS text, id FROM articles),
      copies AS (SELECT n, texts.id AS text_id, substr(md5(n::text), 1, 16) AS id,
        timestamptz '2026-11-01' - make_interval(hours => n) AS at
        FROM generate_series(1, $1::int) AS n JOIN texts ON text = 1 + n % $2::int),
      copied AS (INSERT INTO articles (id, channel_id, title, summary, source, published_at, sort_at, cover, blocks,
        attachments, site, content_hash, created_at, updated_at)
        SELECT copies.id, channel_id, title, summary, source, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"'), at,
          CASE WHEN n % 2 = 0 THEN jsonb_build_object('url', '/media/' || md5(n::text) || '.webp', 'alt', '活动合影') END,
          blocks, attachments, site, md5(n::text), now(), now() FROM copies JOIN articles ON articles.id = text_id
        RETURNING id)
    INSERT INTO article_search
    SELECT copies.id, channel_id, at, ts_delete(title_words, old.marks) || array_to_tsvector(new.marks),
      ts_delete(words, old.marks) || array_to_tsvector(new.marks), body, version
    FROM copies JOIN article_search ON article_id = text_id
    CROSS JOIN LATERAL (SELECT ${toMarks('sort_at')} AS marks) AS old
    CROSS JOIN LATERAL (SELECT ${toMarks('at')} AS marks) AS new`,
    [articles - TEXTS - RARE, TEXTS],
  );
  await client.query(
    'CREATE INDEX article_search_title ON article_search USING gin (title_words) WITH (fastupdate = off)',
  );
  await client.query(
    'CREATE INDEX article_search_words ON article_search USING gin (words) WITH (fastupdate = off)',
  );
  await client.query('VACUUM ANALYZE articles, article_search');
  await client.end();
}
