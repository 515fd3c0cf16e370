const DATA_PICTURE = /^data:(image\/[\w.+-]{1,40});base64,([A-Za-z\d+/]+={0,2})$/i;

/** The picture in a `data:` address; undefined for every other address. */
export function fromDataUrl(url: string): { type: string; bytes: Buffer } | undefined {
  const [, type, base64] = url.startsWith('data:') ? (DATA_PICTURE.exec(url) ?? []) : [];
  if (type === undefined || base64 === undefined) return undefined;
  return { type: type.toLowerCase(), bytes: Buffer.from(base64, 'base64') };
}
