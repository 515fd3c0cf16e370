const RPX = /(-?(?:\d+\.?\d*|\.\d+))rpx\b/g;
const VH = /(-?(?:\d+\.?\d*|\.\d+))vh\b/g;

/**
 * WeChat's lengths → CSS: `12rpx` → `calc(12 * var(--rpx))`, `100vh` → `calc(100 * var(--vh))`.
 * The host sets both variables to the size of the page on its phone. For values of declarations
 * and inline styles.
 */
export function toHostLengths(value: string): string {
  return value.replace(RPX, 'calc($1 * var(--rpx))').replace(VH, 'calc($1 * var(--vh))');
}

/** For media queries, which know no variables: rpx on a phone 375 px wide. */
export function toMediaLengths(params: string): string {
  return params.replace(RPX, (_, count: string) => `${Number(count) / 2}px`);
}
