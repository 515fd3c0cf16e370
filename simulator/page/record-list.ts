import type { LedgerSnapshot } from '../record/ledger.ts';
import { type RecordKind, toRow } from './desk-records.ts';
import { DESK_WORDS as WORDS } from './desk-words.ts';
import { line, RecordRow } from './record-row.ts';

/** Most rows that are in the document; the ledger itself keeps all. */
const MOST = 1_000;

/** What one tap or the launch has led to: a heading above its rows. */
type Group = { interaction: string; heading: HTMLElement; count: number; bytes: number };

/**
 * The rows of one kind, newest first. A new entry is put on top and one that has changed is written
 * anew: nothing else is touched, however many there are.
 */
export class RecordList {
  readonly root = line('div', 'rows');
  readonly #kind: RecordKind;
  readonly #rows = new Map<number, RecordRow>();
  /** Rows that may still change. */
  readonly #open = new Set<number>();
  readonly #empty: HTMLElement;
  #group: Group | null = null;
  #next = 0;
  #filter = '';

  constructor(kind: RecordKind) {
    this.#kind = kind;
    this.#empty = line('p', 'empty');
    this.root.append(this.#empty);
    this.#sayEmpty();
  }

  /** Draws what is new since the last time. */
  draw(records: LedgerSnapshot): void {
    for (const index of this.#open) this.#renew(records, index);
    for (; this.#next < records[this.#kind].length; this.#next += 1) this.#add(records, this.#next);
    this.#sayEmpty();
  }

  /** Takes all rows away. @param next the first entry that is shown from now on */
  clear(next: number): void {
    this.#rows.clear();
    this.#open.clear();
    this.#group = null;
    this.#next = next;
    this.root.replaceChildren(this.#empty);
    this.#sayEmpty();
  }

  /** Shows only rows whose words hold `text`. */
  filter(text: string): void {
    this.#filter = text.trim().toLowerCase();
    for (const row of this.#rows.values()) row.sift(this.#filter);
    this.root.classList.toggle('is-filtered', this.#filter !== '');
    this.#sayEmpty();
  }

  /** How many rows there are, by the word of their level. */
  counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { row } of this.#rows.values()) {
      if (row.level) counts.set(row.level, (counts.get(row.level) ?? 0) + 1);
    }
    return counts;
  }

  get size(): number {
    return this.#rows.size;
  }

  #add(records: LedgerSnapshot, index: number): void {
    const row = toRow(records, this.#kind, index);
    if (!row) return;
    const drawn = new RecordRow(row);
    drawn.sift(this.#filter);
    const heading = this.#toHeading(row.interaction, row.bytes ?? 0);
    if (heading) heading.after(drawn.root);
    else this.root.prepend(drawn.root);
    this.#rows.set(index, drawn);
    if (this.#kind === 'calls' && isOpen(records, index)) this.#open.add(index);
    this.#dropOldest();
  }

  #renew(records: LedgerSnapshot, index: number): void {
    if (isOpen(records, index)) return;
    this.#open.delete(index);
    const row = toRow(records, this.#kind, index);
    if (row) this.#rows.get(index)?.update(row);
    this.#rows.get(index)?.sift(this.#filter);
  }

  /** The heading of the interaction, a new one when it has changed; null for kinds without. */
  #toHeading(interaction: string | undefined, bytes: number): HTMLElement | null {
    if (interaction === undefined) return null;
    if (this.#group?.interaction !== interaction) {
      const heading = line('div', 'group');
      this.root.prepend(heading);
      this.#group = { interaction, heading, count: 0, bytes: 0 };
    }
    const group = this.#group;
    group.count += 1;
    group.bytes += bytes;
    group.heading.replaceChildren(
      line('strong', '', interaction),
      line('span', '', WORDS.group(group.count, WORDS.bytes(group.bytes))),
    );
    return group.heading;
  }

  #dropOldest(): void {
    if (this.#rows.size <= MOST) return;
    const [oldest] = this.#rows.keys();
    if (oldest === undefined) return;
    const root = this.#rows.get(oldest)?.root;
    const before = root?.previousElementSibling;
    root?.remove();
    if (before?.matches('.group') && !before.nextElementSibling?.matches('.record'))
      before.remove();
    this.#rows.delete(oldest);
    this.#open.delete(oldest);
  }

  #sayEmpty(): void {
    const shown = this.root.querySelector('.record:not([hidden])') !== null;
    this.#empty.hidden = shown;
    this.#empty.textContent = this.#rows.size > 0 ? WORDS.noMatch : WORDS.none[this.#kind];
  }
}

function isOpen(records: LedgerSnapshot, index: number): boolean {
  return records.calls[index]?.outcome === 'pending';
}
