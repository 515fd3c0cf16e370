import { showToast } from '../host/overlays.ts';
import { type Answer, type ApiGroup, async, Refusal, task } from './api.ts';
import { send } from './request.ts';

/** Kinds of files that WeChat opens itself. */
const DOCUMENTS = new Set(['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']);

export const fileApis: ApiGroup = (host) => {
  let last = 0;
  const files = new Map<string, ArrayBuffer>();
  const keep = (answer: Answer, url: string): Answer => {
    if (!answer || answer instanceof Refusal) return answer;
    last += 1;
    const ending = /\.([a-z0-9]+)(?:$|\?)/i.exec(url)?.[1];
    const tempFilePath = `http://tmp/${last}${ending ? `.${ending}` : ''}`;
    files.set(tempFilePath, answer.data as ArrayBuffer);
    return { statusCode: answer.statusCode, header: answer.header, tempFilePath };
  };
  return {
    downloadFile: task((options, settle) => {
      const controller = new AbortController();
      const asked = { ...options, method: 'GET', responseType: 'arraybuffer' };
      void send(host, asked, controller).then((answer) =>
        settle(keep(answer, String(options.url))),
      );
      return {
        abort: () => controller.abort('abort'),
        onProgressUpdate: () => {},
        offProgressUpdate: () => {},
        onHeadersReceived: () => {},
        offHeadersReceived: () => {},
      };
    }),
    openDocument: async(({ filePath, fileType }) => {
      const path = String(filePath ?? '');
      if (!files.has(path)) return new Refusal(`file doesn't exist: ${path}`);
      const kind = String(fileType ?? /\.([a-z0-9]+)$/i.exec(path)?.[1] ?? '').toLowerCase();
      if (!DOCUMENTS.has(kind)) return new Refusal('filetype not supported');
      const kilobytes = Math.ceil((files.get(path)?.byteLength ?? 0) / 1024);
      const title = `打开文档 ${kind} ${kilobytes} KB`;
      showToast(host, { title, icon: 'none', duration: 2000, mask: false });
      return {};
    }),
  };
};
