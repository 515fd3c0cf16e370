import { type Static, Type } from 'typebox';

/** 相关附件 */
export const Attachment = Type.Object({
  name: Type.String(),
  /** Absolute, or a path on the endpoint (`/media/…`). */
  url: Type.String(),
  /** Lower-case extension without a dot (`pdf`); empty when nothing tells it. */
  fileType: Type.String(),
  /** Bytes, where known. */
  size: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type Attachment = Static<typeof Attachment>;
