/** Anything but letters, digits, marks and a few signs may mean something to a file system. */
const UNSAFE = /[^\p{L}\p{N}\p{M} ._()（）《》【】、，-]/gu;

/** RFC 8187 allows fewer signs than `encodeURIComponent` leaves alone. */
function toExtendedValue(text: string): string {
  const escaped = encodeURIComponent(text);
  return escaped.replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The value of `Content-Disposition`.
 *
 * @param file the stored name, whose extension the given name gets when it has another
 * @param name as the reader should see it; whatever is unsafe in it is replaced by `_`
 */
export function toDisposition(
  kind: 'inline' | 'attachment',
  file: string,
  name: string | undefined,
): string {
  // Half a surrogate pair can't be encoded.
  const wellFormed = Buffer.from(name ?? '', 'utf8').toString('utf8');
  const safe = wellFormed
    .replace(UNSAFE, '_')
    .replace(/^[. ]+/, '')
    .trim();
  if (safe === '') return kind;
  const extension = file.slice(file.lastIndexOf('.'));
  const full = safe.toLowerCase().endsWith(extension) ? safe : `${safe}${extension}`;
  return `${kind}; filename="file${extension}"; filename*=UTF-8''${toExtendedValue(full)}`;
}
