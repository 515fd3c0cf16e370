import { type DeliverOptions, deliverDue } from './deliver-due.ts';
import type { NoticeCommand } from './notice-arguments.ts';
import type { NoticeContext } from './notice-context.ts';
import { resumeFromEditor, showLine } from './notice-line.ts';
import { cancelFromEditor, listNotices, showNotice } from './notice-records.ts';
import { publishFromEditor } from './publish-notice.ts';
import { sendTestNotice } from './send-test-notice.ts';
import type { ExitCode } from './with-database.ts';

/** Does what the editor asked for. */
export function runNotice(
  context: NoticeContext,
  command: NoticeCommand,
  options?: DeliverOptions,
): Promise<ExitCode> {
  switch (command.kind) {
    case 'publish':
      return publishFromEditor(context, command);
    case 'test':
      return sendTestNotice(context, command);
    case 'list':
      return listNotices(context);
    case 'show':
      return showNotice(context, command.noticeId);
    case 'cancel':
      return cancelFromEditor(context, command.noticeId);
    case 'line':
      return showLine(context);
    case 'resume':
      return resumeFromEditor(context);
    case 'deliver':
      return deliverDue(context, options);
  }
}
