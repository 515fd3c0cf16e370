/** What a tap on a link does. */
export type LinkTarget = { kind: 'call'; number: string } | { kind: 'copy'; text: string };

/** A telephone number is called; a mail address is copied without its scheme; a page is copied whole, for `web-view` reaches none of them. */
export function toLinkTarget(href: string): LinkTarget {
  const [, scheme = '', rest = ''] = /^(tel|mailto):(.*)$/i.exec(href) ?? [];
  if (scheme.toLowerCase() === 'tel') return { kind: 'call', number: rest };
  return { kind: 'copy', text: scheme === '' ? href : (rest.split('?')[0] ?? rest) };
}
