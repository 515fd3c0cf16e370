import { toExtension } from '../media/document-types.ts';

/** What is handed out as a file: documents, their forms of Chinese offices (wps, ofd …), sheets, archives, sound and film. */
const FILE_TYPES = new Set(
  (
    'pdf doc docx dot dotx xls xlsx csv ppt pptx pps ppsx rtf txt wps wpt et ett dps dpt ofd ceb ' +
    'zip rar 7z mp3 mp4'
  ).split(' '),
);

const asFileType = (extension: string) => (FILE_TYPES.has(extension) ? extension : '');

/** `报名表.docx`, `报名表.docx（25KB）`, `报名表.docx】` → `docx`. */
const NAMED = /\.([a-z0-9]{2,4})\s*(?:[（([【]?[\d.\s]*[KM]B?\s*[）)\]】]?|[）)\]】》」])?$/i;

/** An extension and a size take no more characters. */
const LONGEST_END = 40;

function readNamedType(name: string): string {
  return asFileType(NAMED.exec(name.trim().slice(-LONGEST_END))?.[1]?.toLowerCase() ?? '');
}

/** The type that an address tells: by its path, or by a value of its query (`?filename=报名表.docx`). */
function readAddressType(reference: string): string {
  const path = asFileType(toExtension(reference));
  if (path !== '') return path;
  const query = /\?([^#]*)/.exec(reference)?.[1] ?? '';
  for (const pair of query.split('&')) {
    const type = asFileType(toExtension(pair.slice(pair.indexOf('=') + 1)));
    if (type !== '') return type;
  }
  return '';
}

/** The type of a file in lower case, by its address or its name; empty when neither tells it. */
export function toFileType(reference: string, name: string): string {
  return readAddressType(reference) || readNamedType(name);
}

const DOWNLOAD = '(file)?(down(load)?(file|attach|s)?|getfile|attach(ment)?s?)';
/** Scripts that answer with a file: `downfile.jsp?…`, `DownLoad.aspx?Id=7`, `/download?id=77`. */
const SCRIPT = new RegExp(`(^|/)${DOWNLOAD}(\\.(jsp|aspx?|ashx|do|action|php|htm))?\\?`, 'i');
/** `/attach/9f2c` */
const FOLDER = new RegExp(`(^|/)${DOWNLOAD}/[^/?#]+([?#]|$)`, 'i');

/** `附件1：…`, `附件：…`, `附表2 …` */
const NUMBERED = /^[（([【]?(附件|附表|附录)\s*[\d一二三四五六七八九十]{0,3}\s*([：:.、\s\-—]|$)/;

const PAGE = /\.(s?html?|jspx?|aspx?|php)$/i;

/**
 * True for a link to a file: by its address, by its text alone (附件1：报名表.docx with `/download?id=77`), or by the
 * page saying so (`download`).
 */
export function isAttachedFile(reference: string, text: string, isDownload: boolean): boolean {
  if (isDownload || toFileType(reference, text) !== '' || SCRIPT.test(reference)) return true;
  if (PAGE.test(reference.replace(/[?#].*$/s, ''))) return false;
  return FOLDER.test(reference) || NUMBERED.test(text);
}
