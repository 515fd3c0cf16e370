import type { Attachment } from '../../../types/attachment.ts';
import type { Block } from '../../../types/block.ts';
import type { BlockOf, ImageBlock } from '../blocks/block-kinds.ts';
import { warnings } from '../words.ts';
import { isFileType } from './document-types.ts';
import type { Fate, Use } from './keep-source.ts';
import { type PageContent, toWantedKey } from './list-wanted.ts';
import { isWeb } from './read-source.ts';
import { toSafeName } from './safe-name.ts';

/** What became of each file, by `toWantedKey`; what was never looked for is not in it. */
export type Fates = ReadonlyMap<string, Fate>;

type Look = (use: Use, url: string) => Fate | undefined;
type Picture = Omit<ImageBlock, 'kind'>;
type Film = BlockOf<'video'> | BlockOf<'audio'>;

const isGone = (fate: Fate | undefined) => fate?.kind === 'dropped' || fate?.kind === 'spacer';

/** What a picture or file said, where it can't be shown: no word of the page gets lost. */
function toWords(text: string | undefined): Block[] {
  return text ? [{ kind: 'paragraph', spans: [{ text }] }] : [];
}

/** The size of the stored picture in place of what the page said; undefined when there is none. */
function placePicture(picture: Picture, fate: Fate | undefined): Picture | undefined {
  if (isGone(fate)) return undefined;
  if (fate?.kind !== 'kept') return picture;
  const { width, height, widths, placeholder } = fate.file;
  const { url: _url, width: _width, height: _height, ...said } = picture;
  return {
    ...said,
    url: fate.url,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(widths !== undefined && { widths }),
    ...(placeholder !== undefined && { placeholder }),
  };
}

function placeGallery(block: BlockOf<'gallery'>, look: Look): Block[] {
  const images: Picture[] = [];
  const words: Block[] = [];
  for (const picture of block.images) {
    const fate = look('picture', picture.url);
    const placed = placePicture(picture, fate);
    if (placed !== undefined) images.push(placed);
    else if (fate?.kind !== 'spacer') words.push(...toWords(picture.caption || picture.alt));
  }
  const [only] = images;
  if (images.length > 1) return [{ ...block, images }, ...words];
  return only === undefined ? words : [{ kind: 'image', ...only }, ...words];
}

/** A film that is not ours can't be played in place: a card leads to where it is. */
function placeFilm(block: Film, look: Look): Block[] {
  const fate = look(block.kind === 'video' ? 'film' : 'recording', block.url);
  const title = block.kind === 'video' ? warnings.film : warnings.recording;
  if (fate?.kind === 'dropped') return toWords(block.text);
  if (fate?.kind === 'remote' && isWeb(block.url)) {
    const target = { kind: 'web' as const, url: block.url };
    return [{ kind: 'linkCard', text: block.text || title, target }];
  }
  const url = fate?.kind === 'kept' ? fate.url : block.url;
  if (block.kind === 'audio' || block.poster === undefined) return [{ ...block, url }];
  const { poster, ...film } = block;
  const placed = placePicture({ url: poster, alt: '' }, look('picture', poster));
  return [{ ...film, url, ...(placed !== undefined && { poster: placed.url }) }];
}

/** A file with its stored address, its true type and a safe name; undefined when it is gone. */
function placeFile(file: Attachment, look: Look): Attachment | undefined {
  const fate = look('file', file.url);
  if (isGone(fate)) return undefined;
  const kept = fate?.kind === 'kept' ? fate : undefined;
  const fileType = kept?.file.extension ?? file.fileType;
  const extension = kept || isFileType(fileType) ? fileType : '';
  return {
    ...file,
    name: extension === '' ? file.name : toSafeName(file.name, extension, `file.${extension}`),
    fileType,
    ...(kept && { url: kept.url, size: kept.file.size }),
  };
}

function placeBlock(block: Block, look: Look, offered: Attachment[]): Block[] {
  switch (block.kind) {
    case 'image': {
      const fate = look('picture', block.url);
      const placed = placePicture(block, fate);
      if (placed !== undefined) return [{ ...placed, kind: 'image' }];
      return fate?.kind === 'spacer' ? [] : toWords(block.caption || block.alt);
    }
    case 'gallery':
      return placeGallery(block, look);
    case 'video':
    case 'audio':
      return placeFilm(block, look);
    case 'attachment': {
      const { kind, text, ...file } = block;
      const placed = placeFile({ ...file, name: text }, look);
      if (placed === undefined) return toWords(text);
      offered.push(placed);
      const { name, ...rest } = placed;
      return [{ kind, text: name, ...rest }];
    }
    default:
      return [block];
  }
}

/**
 * Puts what became of each file in its place. A file that the body offers stands among the attachments too, each once; of one
 * that is gone the name stays, at the end.
 */
export function placeFiles({ blocks, attachments }: PageContent, fates: Fates): PageContent {
  const look: Look = (use, url) => fates.get(toWantedKey(use, url));
  const offered: Attachment[] = [];
  const placed = blocks.flatMap((block) => placeBlock(block, look, offered));
  const once = new Map<string, Attachment>();
  const inBody = new Set(blocks.flatMap((block) => (block.kind === 'attachment' ? block.url : [])));
  for (const file of attachments) {
    const kept = placeFile(file, look);
    if (kept !== undefined) {
      if (!once.has(kept.url)) once.set(kept.url, kept);
    } else if (!inBody.has(file.url)) placed.push(...toWords(warnings.lostFile(file.name)));
  }
  for (const file of offered) if (!once.has(file.url)) once.set(file.url, file);
  return { blocks: placed, attachments: [...once.values()] };
}
