/** The documents that WeChat's `openDocument` shows (docs/wechat.md: Events), and what they begin with. */
export const DOCUMENT_TYPES = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const;

export type DocumentType = keyof typeof DOCUMENT_TYPES;

const isDocumentType = (type: string): type is DocumentType => Object.hasOwn(DOCUMENT_TYPES, type);

/** `PDF` of `a/b.PDF?x=1` in lower case; empty when nothing tells it. */
export function toExtension(reference: string): string {
  const path = reference.replace(/[?#].*$/s, '');
  return /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** The document type that a name or address claims. */
export function toDocumentType(reference: string): DocumentType | undefined {
  const extension = toExtension(reference);
  return isDocumentType(extension) ? extension : undefined;
}
