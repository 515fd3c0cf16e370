import { element } from '../element.ts';
import type { Host } from '../host.ts';
import { WORDS } from '../words.ts';
import { closeLayer, placeLayer } from './layers.ts';

/** Height of one line of a column in px. */
const LINE = 48;

type SheetColumns = { labels: string[][]; selected: number[] };

export type PickerSheet = {
  /** Draws other columns, as when the program has changed them. */
  show(columns: SheetColumns): void;
  close(): void;
};

type Handlers = {
  /** A column stands on another line. */
  turned: (column: number, line: number) => void;
  confirmed: () => void;
  cancelled: () => void;
};

/** The sheet of a picker: a wheel for each column between 取消 and 确定. */
export function openPickerSheet(
  host: Host,
  title: string,
  columns: SheetColumns,
  handlers: Handlers,
): PickerSheet {
  const sheet = element('div', 'phone-picker');
  sheet.setAttribute('role', 'dialog');
  sheet.setAttribute('aria-label', title || WORDS.choose);
  const close = () => closeLayer(host, 'sheet');
  const key = (className: string, word: string, run: () => void) => {
    const created = element('button', className, word);
    created.addEventListener('click', () => {
      close();
      run();
    });
    return created;
  };
  const bar = element('div', 'phone-picker-bar');
  bar.append(
    key('is-cancel', WORDS.cancel, handlers.cancelled),
    element('span', 'phone-picker-title', title),
    key('is-confirm', WORDS.confirm, handlers.confirmed),
  );
  const wheels = element('div', 'phone-picker-wheels');
  sheet.append(bar, wheels);
  const show = ({ labels, selected }: SheetColumns) => {
    wheels.replaceChildren(
      ...labels.map((lines, column) =>
        wheel(lines, column, selected[column] ?? 0, (line) => handlers.turned(column, line)),
      ),
    );
  };
  show(columns);
  const cancel = () => {
    close();
    handlers.cancelled();
  };
  const layer = placeLayer(host, 'sheet', sheet, cancel);
  layer.addEventListener('click', ({ target }) => {
    if (target === layer) cancel();
  });
  return { show, close };
}

/** One column; a tap on a line, the mouse's wheel or a drag turns it. */
function wheel(
  lines: string[],
  column: number,
  selected: number,
  turned: (line: number) => void,
): HTMLElement {
  const root = element('div', 'phone-picker-wheel');
  root.dataset.column = String(column);
  root.setAttribute('role', 'listbox');
  const list = element('div', 'phone-picker-lines');
  list.style.transform = `translateY(${-LINE * selected}px)`;
  lines.forEach((word, index) => {
    const line = element('div', 'phone-picker-line', word);
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', String(index === selected));
    line.addEventListener('click', () => turn(index));
    list.append(line);
  });
  const turn = (line: number) => {
    const to = Math.min(lines.length - 1, Math.max(0, line));
    if (to !== selected) turned(to);
  };
  root.addEventListener('wheel', ({ deltaY }) => turn(selected + Math.sign(deltaY)), {
    passive: true,
  });
  root.append(list);
  return root;
}
