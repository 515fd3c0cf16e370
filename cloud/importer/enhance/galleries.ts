import type { Block } from '../../../types/block.ts';

type ImageBlock = Extract<Block, { kind: 'image' }>;

/** A grid of three columns and three rows. */
const MOST = 9;
/** A longer caption needs the whole width. */
const LONGEST_CAPTION = 24;
/** A picture that is taller or wider is a poster or a banner: it is to be read, not to be looked at in a grid. */
const LARGEST_RATIO = 2.2;

function fitsGrid({ width, height, caption = '' }: ImageBlock): boolean {
  if ([...caption].length > LONGEST_CAPTION) return false;
  if (width === undefined || height === undefined) return true;
  return Math.max(width / height, height / width) <= LARGEST_RATIO;
}

/** The pictures in galleries of about the same size; one alone stays a picture. */
function toGalleries(images: readonly ImageBlock[]): Block[] {
  if (images.length < 2) return [...images];
  const size = Math.ceil(images.length / Math.ceil(images.length / MOST));
  const galleries: Block[] = [];
  for (let at = 0; at < images.length; at += size) {
    const members = images.slice(at, at + size).map(({ kind: _kind, ...picture }) => picture);
    galleries.push({ kind: 'gallery', images: members });
  }
  return galleries;
}

/** Two or more pictures in a row become galleries, at most nine in each; captions stay with their pictures. */
export function formGalleries(blocks: readonly Block[]): Block[] {
  const formed: Block[] = [];
  let row: ImageBlock[] = [];
  const flush = () => {
    formed.push(...toGalleries(row));
    row = [];
  };
  for (const block of blocks) {
    if (block.kind === 'image' && fitsGrid(block)) {
      row.push(block);
      continue;
    }
    flush();
    formed.push(block);
  }
  flush();
  return formed;
}
