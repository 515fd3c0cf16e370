/** Takes what is wrong at a place of the configuration, the place as its way of keys (`notice`, `fields`, `thing1`). */
export type TemplateReport = (way: readonly string[], problem: string) => void;

/** `notice.fields.thing1`; a key that would not be read as one word is quoted, so that a problem stays on its line. */
export function toPlace(way: readonly string[]): string {
  return way.map((key) => (/^[\w-]+$/.test(key) ? key : JSON.stringify(key))).join('.');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
