import type { Attachment } from '../../types/attachment.ts';
import { toFileType } from './blocks/attached-file.ts';
import { toFileName } from './labels/parse-file-line.ts';
import { toLocalUrl } from './local-url.ts';
import { toExtension } from './media/document-types.ts';
import type { FileLink, PageBase } from './page.ts';
import { resolveReference } from './resolve-reference.ts';
import { toOneLine } from './trim-text.ts';
import { warnings } from './words.ts';

/** 相关附件 with absolute addresses, each once, and what had to be left out. */
export interface ResolvedAttachments {
  attachments: Attachment[];
  warnings: string[];
}

function toUrl(reference: string, base: PageBase): { url: string } | { warning: string } {
  const resolved = resolveReference(reference, base);
  if (resolved.kind === 'local') return { url: toLocalUrl(resolved.path) };
  if (resolved.kind === 'web' && /^https?:/.test(resolved.url)) return { url: resolved.url };
  const isOutside = resolved.kind === 'refused' && resolved.because === 'outside';
  return {
    warning: isOutside ? warnings.outsideRoot(reference) : warnings.attachmentDropped(reference),
  };
}

/** Extensions of what answers with a file, not of the file. */
const SCRIPT = /^(s?html?|jspx?|aspx?|ashx|php|do|action|cgi)$/;

function toOtherType(url: string): string {
  const extension = toExtension(new URL(url).pathname);
  return SCRIPT.test(extension) ? '' : extension;
}

/** Resolves the files a page offers. The first name of an address counts; a file without one is named by its address. */
export function toAttachments(files: readonly FileLink[], base: PageBase): ResolvedAttachments {
  const found = new Map<string, Attachment>();
  const left: string[] = [];
  for (const { name, reference } of files) {
    const target = toUrl(reference, base);
    if ('warning' in target) {
      left.push(target.warning);
      continue;
    }
    const { url } = target;
    if (!found.has(url)) {
      found.set(url, {
        name: toOneLine(name) || toFileName(url),
        url,
        fileType: toFileType(url, name) || toOtherType(url),
      });
    }
  }
  return { attachments: [...found.values()], warnings: left };
}
