import type { Row } from './desk-records.ts';

/** One line of the list: closed it is short, opened it holds everything. */
export class RecordRow {
  readonly root = document.createElement('details');
  readonly #what = line('span', 'what');
  readonly #state = line('span', 'state');
  readonly #more = line('span', 'more');
  #row: Row;
  #text = '';

  constructor(row: Row) {
    this.#row = row;
    const summary = document.createElement('summary');
    summary.append(this.#what, this.#state, this.#more);
    this.root.className = 'record';
    this.root.append(summary);
    this.root.addEventListener('toggle', () => this.#fill());
    this.update(row);
  }

  /** Shows what has become of the entry. */
  update(row: Row): void {
    this.#row = row;
    this.#what.textContent = row.what;
    this.#state.textContent = row.state;
    this.#state.className = `state is-${row.tone || 'plain'}`;
    this.#more.textContent = row.more;
    this.#more.hidden = row.more === '';
    this.#text = [row.what, row.state, row.more, row.interaction].join(' ').toLowerCase();
    if (this.root.open) this.#fill();
  }

  get row(): Row {
    return this.#row;
  }

  /** Shows it only when its words hold `filter`, in lower case. */
  sift(filter: string): void {
    this.root.hidden = !this.#text.includes(filter);
  }

  #fill(): void {
    this.root.querySelector('.whole')?.remove();
    if (!this.root.open) return;
    const { whole, what, more, link } = this.#row;
    const box = line('div', 'whole');
    const text = whole();
    box.append(line('pre', '', text === '' ? `${what}\n${more}`.trim() : text));
    if (link) {
      const anchor = document.createElement('a');
      Object.assign(anchor, { href: link.href, textContent: link.word, target: '_blank' });
      anchor.rel = 'noreferrer';
      box.append(anchor);
    }
    this.root.append(box);
  }
}

/** An element with a class and a text. */
export function line(tag: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(tag);
  created.className = className;
  created.textContent = text;
  return created;
}
