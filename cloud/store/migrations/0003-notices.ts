import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  sql`CREATE TABLE notices (
    id text PRIMARY KEY,
    kind text NOT NULL,
    topic text NOT NULL,
    -- Set for a notice to one reader alone: a test, or something that concerns nobody else.
    account_id uuid REFERENCES accounts (id) ON DELETE CASCADE,
    article_id text REFERENCES articles (id) ON DELETE SET NULL,
    event_id text REFERENCES events (id) ON DELETE SET NULL,
    title text NOT NULL,
    note text NOT NULL,
    template_id text NOT NULL,
    is_long_term boolean NOT NULL,
    data jsonb NOT NULL,
    page text NOT NULL,
    urgent boolean NOT NULL,
    -- Readers are told of the same content again, on purpose.
    is_repeat boolean NOT NULL,
    state text NOT NULL CHECK (state IN ('scheduled', 'spreading', 'published', 'cancelled', 'halted')),
    code integer,
    publish_at timestamptz NOT NULL,
    published_at timestamptz,
    spread_to uuid,
    created_at timestamptz NOT NULL
  )`,
  sql`CREATE UNIQUE INDEX notices_once ON notices (topic, coalesce(article_id, event_id))
    WHERE account_id IS NULL AND NOT is_repeat AND state NOT IN ('cancelled', 'halted')`,
  sql`CREATE INDEX notices_created ON notices (created_at DESC, id DESC)`,
  sql`CREATE INDEX notices_due ON notices (publish_at) WHERE state IN ('scheduled', 'spreading')`,
  sql`CREATE INDEX notices_account ON notices (account_id) WHERE account_id IS NOT NULL`,
  sql`CREATE TABLE deliveries (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    notice_id text NOT NULL REFERENCES notices (id) ON DELETE CASCADE,
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    template_id text NOT NULL,
    urgent boolean NOT NULL,
    state text NOT NULL CHECK (
      state IN ('queued', 'sending', 'sent', 'unknown', 'failed', 'refused', 'no_credit', 'cancelled')
    ),
    code integer,
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL,
    message_id text,
    read_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (notice_id, account_id)
  )`,
  sql`CREATE INDEX deliveries_due ON deliveries (urgent DESC, due_at, id) WHERE state = 'queued'`,
  sql`CREATE INDEX deliveries_open ON deliveries (account_id) WHERE state IN ('sending', 'unknown')`,
  sql`CREATE INDEX deliveries_inbox ON deliveries (account_id, created_at DESC, notice_id DESC)`,
  sql`CREATE INDEX deliveries_message ON deliveries (message_id) WHERE message_id IS NOT NULL`,
  // One message to a person at a time (43108): whoever sends holds the lane until the answer came or the lease ended.
  sql`CREATE TABLE delivery_lanes (
    account_id uuid PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    delivery_id uuid NOT NULL,
    leased_until timestamptz NOT NULL
  )`,
  sql`CREATE INDEX delivery_lanes_delivery ON delivery_lanes (delivery_id)`,
  // Where nothing is sent for a while: all of it, or one template.
  sql`CREATE TABLE delivery_stops (
    scope text PRIMARY KEY,
    code integer NOT NULL,
    since timestamptz NOT NULL,
    until timestamptz NOT NULL
  )`,
  sql`CREATE TABLE delivery_rate (
    id integer PRIMARY KEY CHECK (id = 1),
    permits double precision NOT NULL,
    filled_at timestamptz NOT NULL
  )`,
  sql`INSERT INTO delivery_rate (id, permits, filled_at) VALUES (1, 0, '2000-01-01')`,
  // What became of messages whose readers have deleted their accounts: numbers, and nobody's.
  sql`CREATE TABLE notice_tallies (
    notice_id text NOT NULL REFERENCES notices (id) ON DELETE CASCADE,
    state text NOT NULL,
    code integer NOT NULL,
    count integer NOT NULL,
    PRIMARY KEY (notice_id, state, code)
  )`,
];

export const noticesMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
