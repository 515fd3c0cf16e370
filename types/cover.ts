import { type Static, Type } from 'typebox';

/** The picture on a card. */
export const Cover = Type.Object({
  /** Absolute, or a path on the endpoint (`/media/…`). */
  url: Type.String(),
  /** What a screen reader says; empty when the picture only decorates. */
  alt: Type.String(),
});
export type Cover = Static<typeof Cover>;
