import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a package; what else a record of the zip says may be bent. */
export interface ZipPart {
  name: string;
  bytes: Buffer | string;
  /** What the directory claims in place of the truth. */
  size?: number;
  flags?: number;
  stored?: boolean;
}

const checksum = (bytes: Buffer): number =>
  typeof crc32 === 'function' ? crc32(bytes) : toCrc32(bytes);

function toCrc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** Writes a zip: local records, directory, end. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, size, flags = 0, stored = false } of parts) {
    const plain = Buffer.from(bytes);
    const packed = stored ? plain : deflateRawSync(plain);
    const label = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(stored ? 0 : 8, 4);
    fields.writeUInt32LE(checksum(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size ?? plain.length, 18);
    fields.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, label, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, label);
    locals.push(local);
    offset += local.length;
  }
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(records.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, records, Buffer.from('PK\x05\x06'), end]);
}

const NAMESPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const contentTypes = (main = MAIN) =>
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;

const relations = (entries: readonly string[]) =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;

const STYLES = [
  ['Title', 'Title'],
  ['a3', '标题'],
  ['1', 'heading 1'],
  ['2', 'heading 2'],
  ['3', 'heading 3'],
]
  .map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  )
  .join('');

const level = (at: number, format: string) =>
  `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal')}${level(1, 'decimal')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet')}${level(1, 'bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`;

/** Parts of a Word file beside its body. */
export interface DocxParts {
  /** XML of relationships of the body. */
  links?: readonly string[];
  footnotes?: string;
  /** More parts, or others in place of these. */
  more?: readonly ZipPart[];
}

/** The parts of a Word file with this body (XML of WordprocessingML). */
export function toDocxParts(body: string, { links = [], footnotes, more = [] }: DocxParts = {}) {
  const wrap = (root: string, inner: string) =>
    `${HEAD}<w:${root} ${NAMESPACES}>${inner}</w:${root}>`;
  const relation = (id: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${id}" Target="${target}.xml"/>`;
  const own: ZipPart[] = [
    { name: '[Content_Types].xml', bytes: contentTypes() },
    { name: '_rels/.rels', bytes: relations([relation('officeDocument', 'word/document')]) },
    { name: 'word/document.xml', bytes: wrap('document', `<w:body>${body}</w:body>`) },
    { name: 'word/styles.xml', bytes: wrap('styles', STYLES) },
    { name: 'word/numbering.xml', bytes: wrap('numbering', NUMBERING) },
    {
      name: 'word/_rels/document.xml.rels',
      bytes: relations([
        ...['styles', 'numbering', ...(footnotes ? ['footnotes'] : [])].map((part) =>
          relation(part, part),
        ),
        ...links,
      ]),
    },
    ...(footnotes ? [{ name: 'word/footnotes.xml', bytes: wrap('footnotes', footnotes) }] : []),
    // The day on which somebody saved the file: never the article's date.
    {
      name: 'docProps/core.xml',
      bytes: `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>不是标题</dc:title><dc:creator>不是出处</dc:creator><dcterms:modified>2020-02-02T00:00:00Z</dcterms:modified></cp:coreProperties>`,
    },
  ];
  const names = new Set(more.map(({ name }) => name));
  return [...own.filter(({ name }) => !names.has(name)), ...more];
}

export const makeDocx = (body: string, parts?: DocxParts): Buffer =>
  makeZip(toDocxParts(body, parts));

/** A run; `properties` is XML. */
export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A paragraph of a text or of XML of runs. */
export const p = (content: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;
export const styled = (style: string, content: string) =>
  p(content, `<w:pStyle w:val="${style}"/>`);
export const centred = (text: string, properties = '<w:b/>') =>
  p(run(text, properties), '<w:jc w:val="center"/>');
export const item = (number: 1 | 2, depth: number, text: string) =>
  p(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${number}"/></w:numPr>`);
export const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
export const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
export const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
export const picture = (id: string, alt: string) =>
  p(
    `<w:r><w:drawing><wp:inline><wp:docPr descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
  );
export const linkTo = (id: string, target: string, type = 'hyperlink') =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${type === 'hyperlink' ? ' TargetMode="External"' : ''}/>`;
