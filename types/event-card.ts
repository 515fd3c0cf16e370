import { type Static, Type } from 'typebox';
import { Cover } from './cover.ts';
import { Moment } from './date.ts';

/** What its organiser says of an event; what it is at a moment follows in `rules/event-state.ts`. */
export const EventStatus = Type.Union([
  Type.Literal('scheduled'),
  /** 改期: the times given are the new ones. */
  Type.Literal('postponed'),
  Type.Literal('cancelled'),
]);
export type EventStatus = Static<typeof EventStatus>;

/** An activity as a list shows it. */
export const EventCard = Type.Object({
  /** Permanent: shared cards carry it. */
  id: Type.String(),
  title: Type.String(),
  status: EventStatus,
  startsAt: Moment,
  endsAt: Moment,
  venueName: Type.String(),
  cover: Type.Optional(Cover),
});
export type EventCard = Static<typeof EventCard>;
