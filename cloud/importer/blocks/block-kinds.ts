import type { Block } from '../../../types/block.ts';

/** One kind of block. */
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export type ImageBlock = BlockOf<'image'>;
/** What stands by itself and interrupts a text: it follows the cell, item or heading that holds it. */
export type StandingBlock = BlockOf<'image' | 'video' | 'audio' | 'linkCard' | 'attachment'>;
export type TableBlock = BlockOf<'table'>;
export type TableCell = TableBlock['rows'][number]['cells'][number];
