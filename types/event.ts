import { type Static, Type } from 'typebox';
import { ArticleCard } from './article-card.ts';
import { Attachment } from './attachment.ts';
import { Block } from './block.ts';
import { Cover } from './cover.ts';
import { Moment } from './date.ts';
import { EventCard, EventStatus } from './event-card.ts';

export const Venue = Type.Object({
  name: Type.String(),
  address: Type.String(),
  /** GCJ-02 degrees, as `wx.openLocation` takes them; both or neither. */
  latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
});
export type Venue = Static<typeof Venue>;

/** Answer of `GET /v1/events/:id`. */
export const Event = Type.Object({
  id: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  status: EventStatus,
  startsAt: Moment,
  endsAt: Moment,
  venue: Venue,
  organiser: Type.String(),
  /** As one dials it (`0750-1234567`). */
  phone: Type.Optional(Type.String()),
  cover: Type.Optional(Cover),
  blocks: Type.Array(Block),
  attachments: Type.Array(Attachment),
  /** The announcement it came from. */
  article: Type.Optional(ArticleCard),
});
export type Event = Static<typeof Event>;

export const EventWhen = Type.Union([
  Type.Literal('upcoming'),
  Type.Literal('ongoing'),
  Type.Literal('past'),
]);
export type EventWhen = Static<typeof EventWhen>;

/** Answer of `GET /v1/events`: upcoming and ongoing soonest first, past latest first. */
export const EventPage = Type.Object({
  items: Type.Array(EventCard),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
});
export type EventPage = Static<typeof EventPage>;
