import { type Kysely, type Migration, sql } from 'kysely';
import { FIRST_CHANNELS } from '../../domain/first-channels.ts';

const STATEMENTS = [
  sql`CREATE TABLE channels (
    id text PRIMARY KEY,
    name text NOT NULL,
    position integer NOT NULL UNIQUE
  )`,
  sql`CREATE TABLE articles (
    id text PRIMARY KEY,
    channel_id text NOT NULL REFERENCES channels (id),
    title text NOT NULL,
    summary text NOT NULL,
    source text NOT NULL,
    published_at text NOT NULL,
    sort_at timestamptz NOT NULL,
    cover jsonb,
    blocks jsonb NOT NULL,
    attachments jsonb NOT NULL,
    site text NOT NULL,
    origin_url text,
    content_hash text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  )`,
  sql`CREATE INDEX articles_feed ON articles (sort_at DESC, id DESC)`,
  sql`CREATE INDEX articles_channel_feed ON articles (channel_id, sort_at DESC, id DESC)`,
  sql`CREATE TABLE article_origins (
    key text PRIMARY KEY,
    article_id text NOT NULL REFERENCES articles (id) ON DELETE CASCADE
  )`,
  sql`CREATE INDEX article_origins_article ON article_origins (article_id)`,
  sql`CREATE TABLE events (
    id text PRIMARY KEY,
    key text NOT NULL UNIQUE,
    title text NOT NULL,
    summary text NOT NULL,
    status text NOT NULL CHECK (status IN ('scheduled', 'postponed', 'cancelled')),
    starts_at text NOT NULL,
    ends_at text NOT NULL,
    start_moment timestamptz NOT NULL,
    end_moment timestamptz NOT NULL,
    venue jsonb NOT NULL,
    organiser text NOT NULL,
    phone text,
    cover jsonb,
    blocks jsonb NOT NULL,
    attachments jsonb NOT NULL,
    article_id text REFERENCES articles (id) ON DELETE SET NULL,
    content_hash text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK (end_moment >= start_moment)
  )`,
  sql`CREATE INDEX events_start ON events (start_moment, id)`,
  sql`CREATE INDEX events_end ON events (end_moment DESC, id DESC)`,
  sql`CREATE INDEX events_article ON events (article_id) WHERE article_id IS NOT NULL`,
  sql`CREATE TABLE media (
    sha256 text PRIMARY KEY,
    content_type text NOT NULL,
    extension text NOT NULL,
    bytes bytea NOT NULL,
    created_at timestamptz NOT NULL
  )`,
  // Pictures and documents are compressed already.
  sql`ALTER TABLE media ALTER COLUMN bytes SET STORAGE EXTERNAL`,
];

export const contentMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
    for (const [index, { id, name }] of FIRST_CHANNELS.entries()) {
      await sql`INSERT INTO channels (id, name, position) VALUES (${id}, ${name}, ${index + 1})`.execute(
        db,
      );
    }
  },
};
