import type { ExitCode } from '../with-database.ts';
import { addEvents } from './add-events.ts';
import type { EventCommand } from './event-arguments.ts';
import type { EventContext } from './event-context.ts';
import { listEvents } from './list-events.ts';
import { proposeFromArticle } from './propose-events.ts';

/** Does what the editor asked for. */
export function runEvent(context: EventContext, command: EventCommand): Promise<ExitCode> {
  switch (command.kind) {
    case 'propose':
      return proposeFromArticle(context, command);
    case 'add':
      return addEvents(context, command.files);
    case 'list':
      return listEvents(context);
  }
}
