const DATA_PICTURE = /^data:(image\/[\w.+-]{1,40});base64,([A-Za-z\d+/]+={0,2})$/i;

/** Shorter ones are the dots that pages show until the real picture is loaded. */
const SHORTEST = 200;

/** Whether a reference is a picture that the page itself holds, and a real one. */
export const isDataPicture = (reference: string): boolean =>
  reference.length >= SHORTEST && DATA_PICTURE.test(reference);

/** The picture in a `data:` address; undefined for every other address. */
export function fromDataUrl(url: string): { type: string; bytes: Buffer } | undefined {
  const [, type, base64] = url.startsWith('data:') ? (DATA_PICTURE.exec(url) ?? []) : [];
  if (type === undefined || base64 === undefined) return undefined;
  return { type: type.toLowerCase(), bytes: Buffer.from(base64, 'base64') };
}
