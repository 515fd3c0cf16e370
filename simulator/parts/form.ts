import type { GeneralComponent } from 'glass-easel';
import type { Part, PartElement } from './part.ts';
import { partAt } from './part-at.ts';

const componentsWithValue = new WeakSet<object>();

/** Lets a component of the program take part in its form, with its `name` and `value`. */
export function addFormField(component: object): void {
  componentsWithValue.add(component);
}

type Field = { name: string; read: () => unknown; reset: () => void };

/** A form: its buttons send or empty all named fields of the same template. */
export const form: Part = {
  name: 'form',
  properties: { reportSubmit: false, reportSubmitTimeout: 0 },
};

/** Sends what the fields hold. */
export function submitForm(part: PartElement, button: unknown): void {
  const value = Object.fromEntries(fieldsOf(part).map(({ name, read }) => [name, read()]));
  part.trigger('submit', { value, target: button });
}

/** Empties the fields. */
export function resetForm(part: PartElement, button: unknown): void {
  for (const { reset } of fieldsOf(part)) reset();
  part.trigger('reset', { target: button });
}

/** Fields inside other components are theirs, unless a component is a field itself. */
function fieldsOf(part: PartElement): Field[] {
  const fields: Field[] = [];
  for (const dom of part.dom.querySelectorAll('*')) {
    const inner = partAt(dom);
    if (!inner) continue;
    const { kind, component } = inner;
    const name = String(inner.properties.name ?? '');
    if (!kind.field || !name || component.ownerShadowRoot !== part.component.ownerShadowRoot)
      continue;
    const { read, reset } = kind.field;
    fields.push({ name, read: () => read(inner), reset: () => reset(inner) });
  }
  return [...fields, ...componentFields(part)];
}

function componentFields(part: PartElement): Field[] {
  const fields: Field[] = [];
  const root = part.component.ownerShadowRoot;
  const walk = (node: unknown): void => {
    const { childNodes } = node as { childNodes?: unknown[] };
    for (const child of childNodes ?? []) {
      const component = child as GeneralComponent;
      if (componentsWithValue.has(component)) {
        const data = component.data as Record<string, unknown>;
        const name = String(data.name ?? '');
        const reset = () => component.setData({ value: '' });
        if (name) fields.push({ name, read: () => component.data.value as unknown, reset });
      }
      walk(child);
    }
  };
  if (root) walk(part.component);
  return fields;
}
