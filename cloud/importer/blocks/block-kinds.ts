import type { Block } from '../../../types/block.ts';

/** One kind of block. */
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export type ImageBlock = BlockOf<'image'>;
export type TableBlock = BlockOf<'table'>;
export type TableCell = TableBlock['rows'][number]['cells'][number];
