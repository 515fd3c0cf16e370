import type { Control } from '../host/control.ts';
import { RECORD_KINDS, type RecordKind } from './desk-records.ts';
import { DESK_WORDS as WORDS } from './desk-words.ts';
import { byId } from './element-by-id.ts';
import { RecordList } from './record-list.ts';

type Tab = { button: HTMLButtonElement; list: RecordList };

/** The pane that lists what the program did: one tab a kind, of which one is shown. */
export class DeskPane {
  readonly #tabs = new Map<RecordKind, Tab>();
  readonly #filter = byId<HTMLInputElement>('filter');
  #control: Control | null = null;
  #shown: RecordKind = 'errors';

  constructor() {
    for (const kind of RECORD_KINDS) this.#tabs.set(kind, this.#createTab(kind));
    byId('tabs').append(...[...this.#tabs.values()].map(({ button }) => button));
    byId('tabs').addEventListener('keydown', (event) => this.#onKey(event));
    this.#filter.addEventListener('input', () => {
      for (const { list } of this.#tabs.values()) list.filter(this.#filter.value);
    });
    byId('clear').addEventListener('click', () => this.#clear());
    this.show('calls');
  }

  /** A program has started: its ledger is empty, so the lists are. */
  start(control: Control): void {
    this.#control = control;
    for (const { list } of this.#tabs.values()) list.clear(0);
    this.draw();
  }

  /** Draws what is new; to be called at most once a frame. */
  draw(): void {
    const records = this.#control?.records();
    if (!records) return;
    for (const { list } of this.#tabs.values()) list.draw(records);
    this.#count();
  }

  /** Brings the list of a kind to the front. */
  show(kind: RecordKind): void {
    this.#shown = kind;
    for (const [name, { button, list }] of this.#tabs) {
      button.setAttribute('aria-selected', String(name === kind));
      button.tabIndex = name === kind ? 0 : -1;
      if (name === kind) byId('list').replaceChildren(list.root);
    }
    byId('list').setAttribute('aria-labelledby', `tab-${kind}`);
    this.#count();
  }

  #createTab(kind: RecordKind): Tab {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', id: `tab-${kind}` });
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-controls', 'list');
    button.addEventListener('click', () => this.show(kind));
    return { button, list: new RecordList(kind) };
  }

  #count(): void {
    for (const [kind, { button, list }] of this.#tabs) {
      const text = `${WORDS[kind]} ${list.size}`;
      if (button.textContent !== text) button.textContent = text;
      button.classList.toggle('has-bad', kind === 'errors' && list.size > 0);
    }
    const counts = this.#tabs.get(this.#shown)?.list.counts() ?? new Map<string, number>();
    const text = [...counts].map(([word, count]) => WORDS.count(word, count)).join(' · ');
    if (byId('counts').textContent !== text) byId('counts').textContent = text;
  }

  #clear(): void {
    const shown = this.#tabs.get(this.#shown);
    const known = this.#control?.records()[this.#shown].length ?? 0;
    shown?.list.clear(known);
    this.#count();
  }

  /** The arrow keys go from tab to tab, as everywhere. */
  #onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = RECORD_KINDS.indexOf(this.#shown) + step;
    const kind = RECORD_KINDS.at(at % RECORD_KINDS.length) ?? 'errors';
    this.show(kind);
    this.#tabs.get(kind)?.button.focus();
  }
}
