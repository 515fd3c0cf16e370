import type { NoticeKindName } from './notice-kinds.ts';

/** How one field of a template is filled. */
export type FieldSource =
  /** With a value of the kind (`title`). */
  | { kind: 'value'; name: string }
  /** Always with these words. */
  | { kind: 'words'; words: string };

/** A template of WeChat as the configuration describes it; valid once it was read. */
export interface NoticeTemplate {
  kind: NoticeKindName;
  /** WeChat's id. */
  id: string;
  isLongTerm: boolean;
  /** By the template's field (`thing1`). */
  fields: Readonly<Record<string, FieldSource>>;
}

/** The template of each kind that has one; a kind without is neither asked for nor sent. */
export type NoticeTemplates = ReadonlyMap<NoticeKindName, NoticeTemplate>;
