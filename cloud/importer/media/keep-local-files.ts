import { relative } from 'node:path';
import type { Attachment } from '../../../types/attachment.ts';
import type { Block } from '../../../types/block.ts';
import type { ImageBlock } from '../blocks/block-kinds.ts';
import { MAX_BYTES } from '../limits.ts';
import { fromLocalUrl } from '../local-url.ts';
import { type FileContent, readLimited } from '../sources/read-limited.ts';
import { warnings } from '../words.ts';
import { toKeptFileBlocks } from './attachment-blocks.ts';
import { readDocumentType } from './document-content.ts';
import { DOCUMENT_TYPES } from './document-types.ts';
import { readImageHeader } from './image-header.ts';

/** Keeps a file for good and answers its path on the endpoint. */
export type KeepFile = (file: {
  bytes: Buffer;
  contentType: string;
  extension: string;
}) => Promise<string>;

/** A body and its attachments. */
export interface PageContent {
  blocks: Block[];
  attachments: Attachment[];
}

/** The same with every local file kept; what could not be kept is gone and reported. */
export interface KeptContent extends PageContent {
  warnings: string[];
}

type Kept<T> = { kept: T } | { warning: string };

function toWarning(content: Exclude<FileContent, { kind: 'read' }>, name: string): string {
  switch (content.kind) {
    case 'outside':
      return warnings.outsideRoot(name);
    case 'large':
      return warnings.largeFile(name, MAX_BYTES);
    default:
      return warnings.missingFile(name);
  }
}

async function keepImage(
  image: ImageBlock,
  path: string,
  root: string,
  keep: KeepFile,
): Promise<Kept<ImageBlock>> {
  const name = relative(root, path);
  const content = await readLimited(path, root);
  if (content.kind !== 'read') return { warning: toWarning(content, name) };
  const header = readImageHeader(content.bytes);
  if (header === undefined) return { warning: warnings.notAnImage(name) };
  const { contentType, extension, width, height } = header;
  const url = await keep({ bytes: content.bytes, contentType, extension });
  return { kept: { ...image, url, width, height } };
}

async function keepDocument(
  attachment: Attachment,
  path: string,
  root: string,
  keep: KeepFile,
): Promise<Kept<Attachment>> {
  const name = relative(root, path);
  const content = await readLimited(path, root);
  if (content.kind !== 'read') return { warning: toWarning(content, name) };
  const fileType = readDocumentType(content.bytes);
  if (fileType === undefined) return { warning: warnings.notADocument(name) };
  const url = await keep({
    bytes: content.bytes,
    contentType: DOCUMENT_TYPES[fileType],
    extension: fileType,
  });
  return { kept: { ...attachment, url, fileType, size: content.bytes.length } };
}

/**
 * Reads the pictures and documents beside a local page, takes them by what they are, and puts their paths on the
 * endpoint in place of the local ones. What stands on the web keeps its address.
 *
 * @param root nothing outside of this folder is read
 */
export async function keepLocalFiles(
  { blocks, attachments }: PageContent,
  root: string,
  keep: KeepFile,
): Promise<KeptContent> {
  const places = new Map<string, Attachment>();
  const kept: KeptContent = { blocks: [], attachments: [], warnings: [] };
  for (const block of blocks) {
    const path = block.kind === 'image' ? fromLocalUrl(block.url) : undefined;
    const result =
      block.kind === 'image' && path !== undefined
        ? await keepImage(block, path, root, keep)
        : { kept: block };
    if ('kept' in result) kept.blocks.push(result.kept);
    else kept.warnings.push(result.warning);
  }
  for (const attachment of attachments) {
    const path = fromLocalUrl(attachment.url);
    const result =
      path === undefined ? { kept: attachment } : await keepDocument(attachment, path, root, keep);
    if (!('kept' in result)) kept.warnings.push(result.warning);
    else {
      kept.attachments.push(result.kept);
      places.set(attachment.url, result.kept);
    }
  }
  return { ...kept, blocks: toKeptFileBlocks(kept.blocks, places) };
}
