import { Type } from 'typebox';

/** What a picture is made of, wherever it stands: in the body, in a gallery, on a card. */
export const PICTURE = {
  /** Absolute, or a path on the endpoint (`/media/…`). */
  url: Type.String(),
  /** What a screen reader says; empty when the page said nothing, or the picture only decorates. */
  alt: Type.String(),
  /** Pixels of the picture itself, so that its place can be kept while it loads. */
  width: Type.Optional(Type.Integer({ minimum: 1 })),
  height: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Narrower widths in which it is stored as well, in pixels, the smallest first; their addresses: `rules/picture-url.ts`. */
  widths: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }))),
  /** A few pixels of it as a `data:` address of at most 500 characters, to show while it loads. */
  placeholder: Type.Optional(Type.String({ maxLength: 500 })),
};
