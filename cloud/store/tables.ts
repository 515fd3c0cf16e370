import type { ColumnType, Generated } from 'kysely';
import type { Attachment } from '../../types/attachment.ts';
import type { Block } from '../../types/block.ts';
import type { Cover } from '../../types/cover.ts';
import type { Venue } from '../../types/event.ts';
import type { EventStatus } from '../../types/event-card.ts';
import type { ArticleLifeColumns, ArticleVersionTable } from './tables/article-life.ts';
import type { ArticleSearchTable } from './tables/article-search.ts';
import type { CrawlColumnTable, CrawlLeaseTable, CrawlPageTable } from './tables/crawl.ts';
import type { MediaOriginTable } from './tables/media-origins.ts';

/** A jsonb column: read as a value, written as JSON text (the driver would write an array as a PostgreSQL array). */
type Json<T> = ColumnType<T, string, string>;
type NullableJson<T> = ColumnType<T | null, string | null, string | null>;

export interface ChannelTable {
  id: string;
  name: string;
  position: number;
}

export interface ArticleTable extends ArticleLifeColumns {
  id: string;
  channel_id: string;
  title: string;
  summary: string;
  source: string;
  /** Exactly as the site gave it: a moment with offset, or a plain date. */
  published_at: string;
  /** The same as a moment, for the order of the feed. */
  sort_at: Date;
  cover: NullableJson<Cover>;
  blocks: Json<Block[]>;
  attachments: Json<Attachment[]>;
  site: string;
  origin_url: string | null;
  content_hash: string;
  created_at: Date;
  updated_at: Date;
}

/** What an article is recognised by when it is imported again; see `origin-keys.ts`. */
export interface ArticleOriginTable {
  key: string;
  article_id: string;
}

export interface EventTable {
  id: string;
  key: string;
  title: string;
  summary: string;
  status: EventStatus;
  /** Exactly as given, with its offset. */
  starts_at: string;
  ends_at: string;
  /** The same as moments, for order and state. */
  start_moment: Date;
  end_moment: Date;
  venue: Json<Venue>;
  organiser: string;
  phone: string | null;
  cover: NullableJson<Cover>;
  blocks: Json<Block[]>;
  attachments: Json<Attachment[]>;
  article_id: string | null;
  content_hash: string;
  created_at: Date;
  updated_at: Date;
}

export interface MediaTable {
  /** Names the file: of its bytes, or of those that a picture was made from; in hex. */
  sha256: string;
  content_type: string;
  /** Lower case, without a dot. */
  extension: string;
  /** Bytes of the file. */
  size: number;
  width: number | null;
  height: number | null;
  widths: number[] | null;
  placeholder: string | null;
  /** Of files that an earlier version kept here, until they are moved into the storage. */
  bytes: ColumnType<Buffer | null, never, null>;
  created_at: Date;
}

export interface AccountTable {
  id: Generated<string>;
  code: string;
  /** What the openid is found by; see `data-key.ts`. */
  openid_print: Buffer;
  openid_sealed: Buffer;
  created_at: Date;
  seen_at: Date;
}

export interface SessionTable {
  /** SHA-256 of the token. */
  token_hash: Buffer;
  account_id: string;
  created_at: Date;
  expires_at: Date;
}

export interface SubscriptionTable {
  account_id: string;
  topic: string;
  since: Date;
}

export type CreditKind = 'granted' | 'spent' | 'returned' | 'voided';

/** The ledger: entries are added and never changed. */
export interface CreditEntryTable {
  id: Generated<string>;
  account_id: string;
  topic: string;
  template_id: string;
  kind: CreditKind;
  amount: number;
  /** What may happen once: `grant:…`, `spend:…`, `return:…`, `void:…`. */
  cause: string;
  created_at: Date;
}

/** Kept by a trigger on the ledger alone. */
export interface CreditBalanceTable {
  account_id: ColumnType<string, never, never>;
  topic: ColumnType<string, never, never>;
  template_id: ColumnType<string, never, never>;
  balance: ColumnType<number, never, never>;
}

export interface PushEventTable {
  key: string;
  account_id: string | null;
  received_at: Date;
}

export interface WechatTokenTable {
  app_id: string;
  token_sealed: Buffer;
  expires_at: Date;
  forced_count: number;
  forced_at: Date;
}

export type NoticeState = 'scheduled' | 'spreading' | 'published' | 'cancelled' | 'halted';

export interface NoticeTable {
  id: string;
  kind: string;
  topic: string;
  /** Set for a notice to one reader alone. */
  account_id: string | null;
  article_id: string | null;
  event_id: string | null;
  title: string;
  note: string;
  template_id: string;
  is_long_term: boolean;
  /** The message, by field. */
  data: Json<Record<string, string>>;
  page: string;
  urgent: boolean;
  is_repeat: boolean;
  state: NoticeState;
  /** Why it was halted: WeChat's code. */
  code: number | null;
  publish_at: Date;
  published_at: Date | null;
  /** The last account that it was spread to; null before the first. */
  spread_to: string | null;
  created_at: Date;
}

export type DeliveryState =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'unknown'
  | 'failed'
  | 'refused'
  | 'no_credit'
  | 'cancelled';

export interface DeliveryTable {
  id: Generated<string>;
  notice_id: string;
  account_id: string;
  template_id: string;
  urgent: boolean;
  state: DeliveryState;
  /** Why it was not sent the last time: WeChat's code or one of ours; null when there is none. */
  code: number | null;
  attempts: Generated<number>;
  due_at: Date;
  message_id: string | null;
  read_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export interface DeliveryLaneTable {
  account_id: string;
  delivery_id: string;
  leased_until: Date;
}

export interface DeliveryStopTable {
  /** `all`, or the id of a template. */
  scope: string;
  code: number;
  since: Date;
  until: Date;
}

export interface DeliveryRateTable {
  id: number;
  permits: number;
  filled_at: Date;
}

export interface NoticeTallyTable {
  notice_id: string;
  state: DeliveryState;
  /** WeChat's code; 0 for none. */
  code: number;
  count: number;
}

export interface Tables {
  channels: ChannelTable;
  articles: ArticleTable;
  article_origins: ArticleOriginTable;
  article_versions: ArticleVersionTable;
  article_search: ArticleSearchTable;
  events: EventTable;
  media: MediaTable;
  media_origins: MediaOriginTable;
  accounts: AccountTable;
  sessions: SessionTable;
  subscriptions: SubscriptionTable;
  credit_entries: CreditEntryTable;
  credit_balances: CreditBalanceTable;
  push_events: PushEventTable;
  wechat_tokens: WechatTokenTable;
  notices: NoticeTable;
  deliveries: DeliveryTable;
  delivery_lanes: DeliveryLaneTable;
  delivery_stops: DeliveryStopTable;
  delivery_rate: DeliveryRateTable;
  notice_tallies: NoticeTallyTable;
  crawl_columns: CrawlColumnTable;
  crawl_pages: CrawlPageTable;
  crawl_lease: CrawlLeaseTable;
}
