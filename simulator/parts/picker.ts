import { openPickerSheet, type PickerSheet } from '../host/screen/picker-sheet.ts';
import { notePartNotModelled } from './not-modelled.ts';
import type { Part, PartElement } from './part.ts';
import { partHost } from './part-host.ts';
import {
  type Columns,
  date,
  multiSelector,
  type PickerMode,
  selector,
  time,
} from './picker-columns.ts';

const MODES: Record<string, PickerMode> = { selector, multiSelector, time, date };

/** Opens a sheet from below to choose in. */
export const picker: Part = {
  name: 'picker',
  properties: {
    mode: 'selector',
    disabled: false,
    headerText: '',
    range: [],
    rangeKey: '',
    value: 0,
    start: '',
    end: '',
    fields: 'day',
    customItem: '',
    level: 'region',
    name: '',
  },
  values: { mode: Object.keys(MODES) },
  tapped: open,
  activated: open,
  changed(part, name) {
    if (name === 'range' || name === 'value') refresh(part, name === 'value');
  },
  detached(part) {
    sheetOf(part)?.close();
  },
  field: {
    read: ({ properties }) => properties.value,
    reset: (part) => part.set('value', part.properties.mode === 'multiSelector' ? [] : ''),
  },
};

function open(part: PartElement): void {
  const { disabled, headerText } = part.properties;
  if (disabled) return;
  const mode = MODES[String(part.properties.mode)];
  const host = partHost();
  if (!mode) {
    notePartNotModelled(`picker mode="${String(part.properties.mode)}"`);
    return;
  }
  part.state.chosen = null;
  const columns = columnsOf(part, mode);
  part.state.sheet = openPickerSheet(host, String(headerText ?? ''), columns, {
    turned: (column, line) => turn(part, mode, column, line),
    confirmed: () => {
      const value = mode.value(columnsOf(part, mode));
      part.state.sheet = null;
      part.set('value', value);
      part.trigger('change', { value });
    },
    cancelled: () => {
      part.state.sheet = null;
      part.trigger('cancel', {});
    },
  });
}

function turn(part: PartElement, mode: PickerMode, column: number, line: number): void {
  const chosen = [...columnsOf(part, mode).selected];
  chosen[column] = line;
  part.state.chosen = chosen;
  sheetOf(part)?.show(columnsOf(part, mode));
  if (mode === multiSelector) part.trigger('columnchange', { column, value: line });
}

/** The program has changed the columns, or what is chosen in them, while the sheet is open. */
function refresh(part: PartElement, toValue: boolean): void {
  const mode = MODES[String(part.properties.mode)];
  if (!mode || !sheetOf(part)) return;
  if (toValue) part.state.chosen = null;
  sheetOf(part)?.show(columnsOf(part, mode));
}

function columnsOf(part: PartElement, mode: PickerMode): Columns {
  const now = new Date(partHost().clock.now());
  return mode.columns(part.properties, part.state.chosen as number[] | null, now);
}

function sheetOf(part: PartElement): PickerSheet | null {
  return (part.state.sheet as PickerSheet | null | undefined) ?? null;
}
