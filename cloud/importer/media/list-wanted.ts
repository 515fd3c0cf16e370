import type { Attachment } from '../../../types/attachment.ts';
import type { Block } from '../../../types/block.ts';
import type { PageBase } from '../page.ts';
import { toExtension } from './document-types.ts';
import type { Use, Wanted } from './keep-source.ts';
import { isSource, toSourceName } from './read-source.ts';

/** A body and its attachments. */
export interface PageContent {
  blocks: Block[];
  attachments: Attachment[];
}

/** The same address used twice in one way is one file. */
export const toWantedKey = (use: Use, url: string) => `${use} ${url}`;

interface Named {
  use: Use;
  url: string;
  name: string;
}

function* listBlock(block: Block): Generator<Named> {
  switch (block.kind) {
    case 'image':
      yield { use: 'picture', url: block.url, name: '' };
      break;
    case 'gallery':
      for (const { url } of block.images) yield { use: 'picture', url, name: '' };
      break;
    case 'video':
      yield { use: 'film', url: block.url, name: '' };
      if (block.poster !== undefined) yield { use: 'picture', url: block.poster, name: '' };
      break;
    case 'audio':
      yield { use: 'recording', url: block.url, name: '' };
      break;
    case 'attachment':
      yield { use: 'file', url: block.url, name: block.text };
  }
}

/** Everything that a page shows or offers and that is not ours yet, each once, in the order of the page. */
export function listWanted({ blocks, attachments }: PageContent, base: PageBase): Wanted[] {
  const found = new Map<string, Wanted & { claimed: Set<string> }>();
  const add = ({ use, url, name }: Named) => {
    if (!isSource(url)) return;
    const key = toWantedKey(use, url);
    const wanted = found.get(key) ?? {
      ...{ use, url, name: toSourceName(url, base), claimed: new Set<string>() },
    };
    found.set(key, wanted);
    if (use !== 'file') return;
    for (const extension of [toExtension(url), toExtension(name)])
      if (extension !== '') wanted.claimed.add(extension);
  };
  for (const block of blocks) for (const named of listBlock(block)) add(named);
  for (const { url, name } of attachments) add({ use: 'file', url, name });
  return [...found.values()];
}
