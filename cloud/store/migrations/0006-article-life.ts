import { type Kysely, type Migration, sql } from 'kysely';
import type { Block } from '../../../types/block.ts';
import { toBodyPrint } from '../../domain/body-print.ts';

const STATEMENTS = [
  sql`ALTER TABLE articles
    ADD COLUMN state text NOT NULL DEFAULT 'published'
      CHECK (state IN ('draft', 'published', 'withdrawn')),
    ADD COLUMN visible_at timestamptz,
    ADD COLUMN expires_at timestamptz,
    ADD COLUMN pinned_at timestamptz,
    ADD COLUMN pinned_until timestamptz,
    ADD COLUMN withdrawn_at timestamptz,
    ADD COLUMN withdrawn_reason text NOT NULL DEFAULT '',
    ADD COLUMN corrected text[] NOT NULL DEFAULT '{}',
    ADD COLUMN site_values jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN body_print text NOT NULL DEFAULT '',
    ADD CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL))`,
  // Feeds read what is published; the few that are planned for later are passed over.
  sql`DROP INDEX articles_feed`,
  sql`DROP INDEX articles_channel_feed`,
  sql`CREATE INDEX articles_feed ON articles (sort_at DESC, id DESC) WHERE state = 'published'`,
  sql`CREATE INDEX articles_channel_feed ON articles (channel_id, sort_at DESC, id DESC)
    WHERE state = 'published'`,
  sql`CREATE INDEX articles_pinned ON articles (pinned_at DESC)
    WHERE state = 'published' AND pinned_at IS NOT NULL`,
  // For editors, who see all, and for likenesses of one site.
  sql`CREATE INDEX articles_site_time ON articles (site, sort_at)`,
  sql`CREATE TABLE article_versions (
    article_id text NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number integer NOT NULL CHECK (number >= 1),
    how text NOT NULL,
    content jsonb,
    fields text[] NOT NULL DEFAULT '{}',
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL,
    origin text NOT NULL,
    note text NOT NULL,
    PRIMARY KEY (article_id, number),
    CHECK (number > 1 OR content IS NOT NULL)
  )`,
  sql`INSERT INTO article_versions
      (article_id, number, how, content, changed_at, changed_by, origin, note)
    SELECT id, 1, 'imported',
      jsonb_build_object('title', title, 'source', source, 'publishedAt', published_at,
        'channelId', channel_id, 'summary', summary,
        'body', jsonb_build_object('blocks', blocks, 'attachments', attachments)
          || CASE WHEN cover IS NULL THEN '{}' ELSE jsonb_build_object('cover', cover) END),
      updated_at, '', coalesce(origin_url, ''), ''
    FROM articles`,
];

const BATCH = 500;

interface Row {
  id: string;
  blocks: Block[];
}

/** The prints of the bodies that are there already. */
async function fillPrints(db: Kysely<unknown>): Promise<void> {
  for (let after = ''; ; ) {
    const { rows } = await sql<Row>`
      SELECT id, blocks FROM articles WHERE id > ${after} ORDER BY id LIMIT ${BATCH}
    `.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    const ids = rows.map(({ id }) => id);
    const prints = rows.map(({ blocks }) => toBodyPrint(blocks));
    await sql`UPDATE articles SET body_print = made.print
      FROM unnest(${ids}::text[], ${prints}::text[]) AS made (id, print)
      WHERE articles.id = made.id`.execute(db);
    after = last.id;
  }
}

export const articleLifeMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
    await fillPrints(db);
  },
};
