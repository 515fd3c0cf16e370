import { fitField } from './fit-field.ts';
import { toFieldType } from './message-fields.ts';
import type { FieldSource, NoticeTemplate } from './notice-template.ts';

function fill(field: string, source: FieldSource, values: Readonly<Record<string, string>>) {
  const type = toFieldType(field);
  if (type === undefined) throw new Error(`a template was read with the unknown field ${field}`);
  // Fixed words were checked when the template was read.
  return source.kind === 'words' ? source.words : fitField(type, values[source.name] ?? '');
}

/**
 * The fields of a message by a template (`{thing1: '…'}`), each within the rule of its type whatever the values hold;
 * a value that is missing counts as empty.
 */
export function fillMessage(
  template: NoticeTemplate,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(template.fields).map(([field, source]) => [field, fill(field, source, values)]),
  );
}
