import { Listeners } from '../host/listeners.ts';
import { type Answer, type ApiGroup, Refusal, task } from './api.ts';
import { FileProblem } from './file-store.ts';
import type { HttpReply } from './http-message.ts';
import { createHttpTask, settleTask } from './http-task.ts';

/** Endings that WeChat takes from the media type; for all others the address says it. */
const ENDINGS: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

type Progress = {
  progress: number;
  totalBytesWritten: number;
  totalBytesExpectedToWrite: number;
};

/** wx.downloadFile: any status is a success; the answer's body becomes a file. */
export const downloadApis: ApiGroup = (host) => ({
  downloadFile: task((options, settle) => {
    const progress = new Listeners<Progress>((error) =>
      host.ledger.addError('error', 'program', error),
    );
    const url = String(options.url);
    const download = createHttpTask(host, 'downloadFile', {
      url,
      header: options.header,
      timeout: options.timeout,
    });
    const keep = ({ statusCode, header, bytes }: HttpReply): Answer => {
      const total = bytes.length;
      progress.emit({
        progress: 100,
        totalBytesWritten: total,
        totalBytesExpectedToWrite: total,
      });
      if (options.filePath === undefined) {
        const tempFilePath = host.files.addTemporary(bytes, toEnding(header, url));
        return { statusCode, header, tempFilePath };
      }
      const filePath = String(options.filePath);
      const refused = host.files.write(filePath, bytes);
      return refused instanceof FileProblem
        ? new Refusal(refused.message, { errCode: refused.code })
        : { statusCode, header, filePath };
    };
    settleTask(host, download, keep, settle);
    return {
      ...download.members,
      onProgressUpdate: (listener: (value: Progress) => void) => progress.on(listener),
      offProgressUpdate: (listener?: (value: Progress) => void) => progress.off(listener),
    };
  }),
});

function toEnding(header: Record<string, string>, url: string): string {
  const type = (header['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const path = url.replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]*/, '');
  return ENDINGS[type] ?? /\.([a-z0-9]{1,5})$/i.exec(path)?.[1] ?? '';
}
