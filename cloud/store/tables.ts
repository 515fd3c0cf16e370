import type { ColumnType } from 'kysely';
import type { Attachment } from '../../types/attachment.ts';
import type { Block } from '../../types/block.ts';
import type { Cover } from '../../types/cover.ts';
import type { Venue } from '../../types/event.ts';
import type { EventStatus } from '../../types/event-card.ts';

/** A jsonb column: read as a value, written as JSON text (the driver would write an array as a PostgreSQL array). */
type Json<T> = ColumnType<T, string, string>;
type NullableJson<T> = ColumnType<T | null, string | null, string | null>;

export interface ChannelTable {
  id: string;
  name: string;
  position: number;
}

export interface ArticleTable {
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
  /** Of the bytes, in hex. */
  sha256: string;
  content_type: string;
  /** Lower case, without a dot. */
  extension: string;
  bytes: Buffer;
  created_at: Date;
}

export interface Tables {
  channels: ChannelTable;
  articles: ArticleTable;
  article_origins: ArticleOriginTable;
  events: EventTable;
  media: MediaTable;
}
