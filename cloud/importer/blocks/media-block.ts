import type { CleanElement } from '../html/clean-tree.ts';
import { toLocalUrl } from '../local-url.ts';
import { toExtension } from '../media/document-types.ts';
import type { FileLink, PageBase } from '../page.ts';
import { resolveReference } from '../resolve-reference.ts';
import { toOneLine } from '../trim-text.ts';
import { cardWords } from '../words.ts';
import { toFileType } from './attached-file.ts';
import type { BlockOf } from './block-kinds.ts';
import { toPlayerPage } from './player-page.ts';
import { readProgramAttributes, readProgramTitle } from './program-link.ts';
import { readPixels } from './read-pixels.ts';

/** What a film, recording, frame or card of a page becomes. */
export type Medium =
  | { kind: 'block'; block: BlockOf<'video'> | BlockOf<'audio'> | BlockOf<'linkCard'> }
  | { kind: 'file'; file: FileLink };

type Read = (element: CleanElement, base: PageBase) => Medium | undefined;

const FILMS = new Set(['mp4', 'm4v', 'mov', 'webm']);
const SOUNDS = new Set(['mp3', 'm4a', 'aac', 'wav']);
const DOCUMENTS = new Set('pdf doc docx xls xlsx ppt pptx wps ofd'.split(' '));

function toUrl(reference: string, base: PageBase): string | undefined {
  if (reference.trim() === '') return undefined;
  const resolved = resolveReference(reference, base);
  if (resolved.kind === 'local') return toLocalUrl(resolved.path);
  return resolved.kind === 'web' && /^https?:/.test(resolved.url) ? resolved.url : undefined;
}

const OWN = ['data-src', 'src', 'data', 'value'];

/** Every address that an element and the sources in it name, as the page wrote them. */
function listReferences(element: CleanElement): string[] {
  const found: string[] = [];
  const stack: CleanElement[] = [element];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const { attributes } = at;
    found.push(...OWN.map((name) => attributes.get(name) ?? '').filter((value) => value !== ''));
    for (const child of [...at.children].reverse()) {
      if (typeof child !== 'string') stack.push(child);
    }
  }
  return found;
}

const toTitle = (element: CleanElement, name = 'title') =>
  toOneLine(element.attributes.get(name) ?? '');

function toVideo(url: string, element: CleanElement, base: PageBase): Medium {
  const { attributes } = element;
  const poster = toUrl(attributes.get('poster') ?? attributes.get('data-poster') ?? '', base);
  const width = readPixels(attributes.get('width'));
  const height = readPixels(attributes.get('height'));
  const block: BlockOf<'video'> = {
    ...{ kind: 'video', url, text: toTitle(element) },
    ...(poster === undefined ? {} : { poster }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
  return { kind: 'block', block };
}

const toAudio = (url: string, text: string): Medium => ({
  kind: 'block',
  block: { kind: 'audio', url, text },
});

const toUrls = (element: CleanElement, base: PageBase) =>
  listReferences(element).flatMap((reference) => toUrl(reference, base) ?? []);

const readVideo: Read = (element, base) => {
  const urls = toUrls(element, base);
  const url = urls.find((one) => FILMS.has(toExtension(one))) ?? urls[0];
  return url === undefined ? undefined : toVideo(url, element, base);
};

const readAudio: Read = (element, base) => {
  const urls = toUrls(element, base);
  const url = urls.find((one) => SOUNDS.has(toExtension(one))) ?? urls[0];
  return url === undefined ? undefined : toAudio(url, toTitle(element));
};

/** A recording of a 公众号 article is named by an id; this is where its own page plays it from. */
const readVoice: Read = (element) => {
  const id = element.attributes.get('voice_encode_fileid')?.trim() ?? '';
  if (!/^[\w=+/-]{4,200}$/.test(id)) return undefined;
  const url = `https://res.wx.qq.com/voice/getvoice?mediaid=${encodeURIComponent(id)}`;
  return toAudio(url, toTitle(element, 'name'));
};

/** The document that a viewer in a frame shows: `viewer.html?file=/a.pdf`, or the document itself. */
function findDocument(reference: string): string | undefined {
  if (DOCUMENTS.has(toExtension(reference))) return reference;
  const query = /\?([^#]*)/.exec(reference)?.[1] ?? '';
  for (const [, value] of new URLSearchParams(query)) {
    if (DOCUMENTS.has(toFileType(value, ''))) return value;
  }
  return undefined;
}

/** A film or recording in a frame or plug-in; a player of another site as a card with its page; a document as a file. */
const readFrame: Read = (element, base) => {
  for (const reference of listReferences(element)) {
    const document = findDocument(reference);
    if (document !== undefined && toUrl(document, base) !== undefined)
      return { kind: 'file', file: { name: toTitle(element), reference: document } };
    const url = toUrl(reference, base);
    if (url === undefined) continue;
    if (FILMS.has(toExtension(url))) return toVideo(url, element, base);
    if (SOUNDS.has(toExtension(url))) return toAudio(url, toTitle(element));
    const page = toPlayerPage(url);
    if (page === undefined) continue;
    const text = toTitle(element) || cardWords.video(page.site);
    const target = { kind: 'web' as const, url: page.url };
    return { kind: 'block', block: { kind: 'linkCard', text, target } };
  }
  return undefined;
};

const readProgram: Read = ({ attributes }) => {
  const target = readProgramAttributes(attributes);
  if (target === undefined) return undefined;
  const text = toOneLine(readProgramTitle(attributes)) || cardWords.program;
  return { kind: 'block', block: { kind: 'linkCard', text, target } };
};

const READERS: Record<string, Read> = {
  video: readVideo,
  audio: readAudio,
  mpvoice: readVoice,
  'mp-common-mpaudio': readVoice,
  iframe: readFrame,
  embed: readFrame,
  object: readFrame,
  'mp-miniprogram': readProgram,
  'mp-common-miniprogram': readProgram,
};

/** Reads an element of the role `media`; undefined when it names nothing that a mini-program can show or open. */
export function readMedium(element: CleanElement, base: PageBase): Medium | undefined {
  return READERS[element.tag]?.(element, base);
}
