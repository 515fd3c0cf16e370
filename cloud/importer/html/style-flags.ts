/** What an inline `style` says that a reader would miss; the style itself is not kept. */
export interface StyleFlags {
  hidden: boolean;
  bold: boolean | undefined;
  italic: boolean | undefined;
  underline: boolean | undefined;
  centred: boolean | undefined;
}

const toFlag = (value: string | undefined, yes: RegExp, no: RegExp): boolean | undefined => {
  if (value === undefined) return undefined;
  if (yes.test(value)) return true;
  return no.test(value) ? false : undefined;
};

/** Reads `display`, `visibility`, `font-weight`, `font-style` and `text-decoration`. */
export function readStyleFlags(style: string): StyleFlags {
  const values = new Map<string, string>();
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0)
      values.set(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim());
  }
  const decoration = values.get('text-decoration') ?? values.get('text-decoration-line');
  return {
    hidden: values.get('display') === 'none' || values.get('visibility') === 'hidden',
    bold: toFlag(
      values.get('font-weight'),
      /^(bold|bolder|[6-9]\d\d)\b/,
      /^(normal|lighter|[1-5]\d\d)\b/,
    ),
    italic: toFlag(values.get('font-style'), /^(italic|oblique)\b/, /^normal\b/),
    underline: toFlag(decoration, /\bunderline\b/, /^none\b/),
    centred: toFlag(values.get('text-align'), /center\b/, /^\w/),
  };
}
