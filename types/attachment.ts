import { type Static, Type } from 'typebox';

/** A file that can be opened. */
export const ATTACHED_FILE = {
  /** Absolute, or a path on the endpoint (`/media/…`). */
  url: Type.String(),
  /** Lower-case extension without a dot (`pdf`); empty when nothing tells it. */
  fileType: Type.String(),
  /** Bytes, where known. */
  size: Type.Optional(Type.Integer({ minimum: 0 })),
};

/** 相关附件 */
export const Attachment = Type.Object({ name: Type.String(), ...ATTACHED_FILE });
export type Attachment = Static<typeof Attachment>;
