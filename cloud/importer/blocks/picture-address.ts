import { PICTURE_SOURCES } from '../html/clean-tree.ts';
import { readImageHeader } from '../media/image-header.ts';

type Attributes = ReadonlyMap<string, string>;

/** What pages show while the picture itself is still to be loaded, and what keeps a place free. */
const PLACEHOLDER =
  /(^|\/)(spacer|blank|space|pixel|transparent|clear|dot|1x1|1px|gr[ae]y|placeholder|loading|lazy|lazyload|default)\.(gif|png|svg|jpe?g|webp)$/i;

/** The signs that a CMS puts before a file (`doc.gif`, `icon_pdf.png`, `/icons/file.png`), and the faces of its editor. */
const FILE_SIGN =
  /(^|\/)(icon|ico|file)?[-_]?(docx?|word|wps|pdf|xlsx?|excel|pptx?|zip|rar|7z|txt|file|unknown|attach(ment)?|fujian)[-_]?(icon|ico)?\.(gif|png|svg|ico|jpg)$/i;
const EMOTICON = /\/(emotions?|emoticons?|smil(ey|ies|eys)|biaoqing|emoji|expression)\/|we-?emoji/i;
const SIGN_CLASS = /(^|[\s_-])(file[-_]?icon|icon[-_]?file|emoji|emoticon|wx-?emoji)([\s_-]|$)/i;

/** Counters that answer with a picture. */
const TRACKER =
  /^(https?:)?\/\/(hm\.baidu\.com|[^/]*\.cnzz\.com|[^/]*\.51\.la|[^/]*google-analytics\.com)\/|(^|\/)(visit|count|counter|stat|track|hit)s?\.(gif|jsp|aspx?|php|do)(\?|$)/i;

const pathOf = (reference: string) => reference.replace(/[?#].*$/s, '');

/** True for a picture that is no part of what an article shows: a sign before a file, a face in the text, a counter. */
export function isSign(reference: string, attributes: Attributes): boolean {
  if (SIGN_CLASS.test(attributes.get('class') ?? '')) return true;
  if (/^data:/i.test(reference)) return false;
  const path = pathOf(reference);
  return FILE_SIGN.test(path) || EMOTICON.test(path) || TRACKER.test(reference);
}

/** `data:` pictures of the four formats that are stored. */
const DATA = /^data:image\/(png|jpe?g|gif|webp);base64,/i;
const NOT_CODED = /[^a-z\d+/=]/i;

/** A picture that stands in the page itself. */
export interface DataPicture {
  url: string;
  width: number;
  height: number;
}

/** Reads a `data:` address; undefined when it is no picture by its own bytes. Its type is what the bytes say. */
export function readDataPicture(reference: string): DataPicture | undefined {
  const [lead] = DATA.exec(reference) ?? [];
  if (lead === undefined) return undefined;
  const coded = reference.slice(lead.length).replace(/\s+/g, '');
  if (NOT_CODED.test(coded)) return undefined;
  const header = readImageHeader(Buffer.from(coded, 'base64'));
  if (header === undefined) return undefined;
  const { contentType, width, height } = header;
  return { url: `data:${contentType};base64,${coded}`, width, height };
}

interface Candidate {
  address: string;
  size: number;
}

/** The addresses of a `srcset`, the largest first. A comma inside of an address belongs to it. */
function listSourceSet(written: string): string[] {
  const candidates: Candidate[] = [];
  for (const part of written.split(/,\s+|,$/)) {
    const [address = '', size = '1x'] = part.trim().split(/\s+/);
    if (address !== '') candidates.push({ address, size: Number.parseFloat(size) || 1 });
  }
  return candidates.sort((a, b) => b.size - a.size).map(({ address }) => address);
}

/** Where a picture may lie, as the page wrote it, the best first; without what only keeps its place. */
export function listPictureAddresses(attributes: Attributes): string[] {
  const named = PICTURE_SOURCES.map((name) => attributes.get(name)?.trim() ?? '');
  return [...named, ...listSourceSet(attributes.get('srcset') ?? '')].filter(
    (address) => address !== '' && !PLACEHOLDER.test(pathOf(address)),
  );
}
