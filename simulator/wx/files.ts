import { showToast } from '../host/screen/overlays.ts';
import { type ApiGroup, async, Refusal, sync } from './api.ts';
import { FileProblem } from './file-store.ts';
import { createFileSystem } from './file-system.ts';

/** Kinds of files that WeChat opens itself (api/file/wx.openDocument.html). */
const DOCUMENTS = new Set(['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']);

export const fileApis: ApiGroup = (host) => {
  const manager = createFileSystem(host);
  return {
    getFileSystemManager: sync(() => manager),
    openDocument: async(({ filePath, fileType, showMenu }) => {
      const path = String(filePath ?? '');
      const file = host.files.find(path);
      if (file instanceof FileProblem) return new Refusal(`file doesn't exist: ${path}`);
      const kind = String(fileType ?? /\.([a-z0-9]+)$/i.exec(path)?.[1] ?? '').toLowerCase();
      if (!DOCUMENTS.has(kind)) {
        const said = kind === '' ? 'has no ending and no fileType' : `is of kind "${kind}"`;
        host.ledger.breakRule('document.kind', `${path} ${said}`);
        return new Refusal('filetype not supported');
      }
      const bytes = file.bytes.length;
      host.ledger.addEffect('document', { path, kind, bytes, showMenu: showMenu === true });
      const title = `打开文档 ${kind} ${Math.ceil(bytes / 1024)} KB`;
      showToast(host, { title, icon: 'none', duration: 2000, mask: false });
      return {};
    }),
  };
};
