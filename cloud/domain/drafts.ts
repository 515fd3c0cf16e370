import type { Attachment } from '../../types/attachment.ts';
import type { Block } from '../../types/block.ts';
import type { Cover } from '../../types/cover.ts';
import type { Venue } from '../../types/event.ts';
import type { EventStatus } from '../../types/event-card.ts';

/** An article as an importer hands it to the store: everything but the id, which the store finds or gives. */
export interface ArticleDraft {
  /** Name of the site it stood on (江门市妇女网). With title and date it identifies an article without an address. */
  site: string;
  /** Canonical address of the page, where it has one. */
  address?: string;
  channelId: string;
  title: string;
  summary: string;
  source: string;
  /** A moment with offset, or a plain date. */
  publishedAt: string;
  cover?: Cover;
  blocks: Block[];
  attachments: Attachment[];
}

/** An event as an importer hands it to the store. */
export interface EventDraft {
  /** Identifies the event across imports; never shown. */
  key: string;
  title: string;
  summary: string;
  status: EventStatus;
  /** ISO 8601 with offset. */
  startsAt: string;
  endsAt: string;
  venue: Venue;
  organiser: string;
  phone?: string;
  cover?: Cover;
  blocks: Block[];
  attachments: Attachment[];
  /** Id of the announcing article. */
  articleId?: string;
}

/** What saving a draft did. */
export interface SaveOutcome {
  kind: 'created' | 'updated' | 'unchanged';
  id: string;
}
