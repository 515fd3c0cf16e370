import { createDataKey } from '../cloud/store/data-key.ts';

/** What the openids of the bench are sealed with. */
export const BENCH_KEY = createDataKey(Buffer.alloc(32, 7));

/** Every so manieth recipient asked for the topic and has no credit left. */
export const POOR_EVERY = 50;

/** Recipients are numbered from 0; the number is their account's code, too. */
export const isPoor = (index: number): boolean => index % POOR_EVERY === 0;

export const toOpenid = (index: number): string => `o${String(index).padStart(27, '0')}`;

export const toIndex = (openid: string): number => Number(openid.slice(1));
