import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  sql`CREATE TABLE accounts (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    code text NOT NULL UNIQUE,
    openid_print bytea NOT NULL UNIQUE,
    openid_sealed bytea NOT NULL,
    created_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL
  )`,
  sql`CREATE TABLE sessions (
    token_hash bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  sql`CREATE INDEX sessions_account ON sessions (account_id)`,
  sql`CREATE INDEX sessions_end ON sessions (expires_at)`,
  sql`CREATE TABLE subscriptions (
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    topic text NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (account_id, topic)
  )`,
  sql`CREATE INDEX subscriptions_topic ON subscriptions (topic, account_id)`,
  // The ledger. What changed a balance and why; `cause` is what may happen once.
  sql`CREATE TABLE credit_entries (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    topic text NOT NULL,
    template_id text NOT NULL,
    kind text NOT NULL,
    amount integer NOT NULL,
    cause text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    CHECK (
      (kind IN ('granted', 'returned') AND amount > 0) OR (kind IN ('spent', 'voided') AND amount < 0)
    )
  )`,
  sql`CREATE INDEX credit_entries_account ON credit_entries (account_id, created_at)`,
  sql`CREATE TABLE credit_balances (
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    topic text NOT NULL,
    template_id text NOT NULL,
    balance integer NOT NULL CHECK (balance >= 0),
    PRIMARY KEY (account_id, topic, template_id)
  )`,
  // Derived from the entries by the database itself: nothing else writes it, and it can't fall below zero.
  sql`CREATE FUNCTION add_credit_entries() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO credit_balances (account_id, topic, template_id, balance)
        SELECT DISTINCT account_id, topic, template_id, 0 FROM added
          ORDER BY account_id, topic, template_id
        ON CONFLICT DO NOTHING;
      UPDATE credit_balances b SET balance = b.balance + a.amount
        FROM (
          SELECT account_id, topic, template_id, sum(amount)::integer AS amount
            FROM added GROUP BY account_id, topic, template_id
        ) a
        WHERE b.account_id = a.account_id AND b.topic = a.topic AND b.template_id = a.template_id;
      RETURN NULL;
    END $$`,
  sql`CREATE TRIGGER credit_entries_added AFTER INSERT ON credit_entries
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_credit_entries()`,
  sql`CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'entries of the ledger are never changed: add another';
    END $$`,
  sql`CREATE TRIGGER credit_entries_fixed BEFORE UPDATE ON credit_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  sql`CREATE TABLE push_events (
    key text PRIMARY KEY,
    account_id uuid REFERENCES accounts (id) ON DELETE CASCADE,
    received_at timestamptz NOT NULL
  )`,
  sql`CREATE INDEX push_events_account ON push_events (account_id)`,
  sql`CREATE INDEX push_events_received ON push_events (received_at)`,
  sql`CREATE TABLE wechat_tokens (
    app_id text PRIMARY KEY,
    token_sealed bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    forced_count integer NOT NULL,
    forced_at timestamptz NOT NULL
  )`,
];

export const accountsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
