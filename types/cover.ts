import { type Static, Type } from 'typebox';
import { PICTURE } from './picture.ts';

/** The picture on a card. */
export const Cover = Type.Object(PICTURE);
export type Cover = Static<typeof Cover>;
