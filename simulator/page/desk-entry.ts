import type { Control } from '../host/control.ts';
import { pagePathsOf } from '../page-paths.ts';
import type { Program } from '../program.ts';
import { emptyWord, RECORD_KINDS, type RecordKind, toRows } from './desk-records.ts';
import { DESK_WORDS as WORDS } from './desk-words.ts';

/** The page around the phone: address, switches, and the lists of what the program did. */

type PhoneWindow = Window & { simulatorControl?: Control };

/** Height of the phone with its frame, and what stays free around it, in px. */
const DEVICE_HEIGHT = 834;
const MARGIN = 40;

const screen = byId<HTMLIFrameElement>('screen');
const address = byId<HTMLInputElement>('path');
const offline = byId<HTMLInputElement>('offline');
const dark = byId<HTMLInputElement>('dark');
let shown: RecordKind = 'calls';
let drawing = false;

function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`desk.html has no #${id}`);
  return found as T;
}

function control(): Control | undefined {
  return (screen.contentWindow as PhoneWindow | null)?.simulatorControl;
}

/** Starts the phone anew at a page; the switches hold on. */
function open(path: string, query: string, more: Record<string, string> = {}): void {
  const search = new URLSearchParams({ path, query, ...more });
  if (offline.checked) search.set('network', 'none');
  if (dark.checked) search.set('theme', 'dark');
  screen.src = `/simulator/phone?${search}`;
}

function started(): void {
  control()?.onRecord(drawSoon);
  draw();
}

function drawSoon(): void {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    draw();
  });
}

function draw(): void {
  const phone = control();
  if (!phone) return;
  const page = phone.currentPage();
  if (page && document.activeElement !== address) {
    const pairs = Object.entries(page.query).map(([key, value]) => `${key}=${value}`);
    address.value = page.path + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
  }
  const records = phone.records();
  byId('tabs').replaceChildren(...RECORD_KINDS.map((kind) => drawTab(kind, records[kind].length)));
  const rows = toRows(records, shown);
  byId('list').replaceChildren(
    ...(rows.length === 0 ? [line('li', 'empty', emptyWord(shown))] : rows.map(drawRow)),
  );
}

function drawTab(kind: RecordKind, count: number): HTMLElement {
  const tab = line('button', '', `${WORDS[kind]} ${count}`);
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-selected', String(kind === shown));
  tab.addEventListener('click', () => {
    shown = kind;
    draw();
  });
  return tab;
}

function drawRow({ what, state, tone, more }: ReturnType<typeof toRows>[number]): HTMLElement {
  const row = document.createElement('li');
  const place = line('span', 'more', more);
  place.title = more;
  row.append(line('span', 'what', what), line('span', `state is-${tone}`, state));
  if (more) row.append(place);
  return row;
}

function line(tag: string, className: string, text: string): HTMLElement {
  const created = document.createElement(tag);
  created.className = className;
  created.textContent = text;
  return created;
}

/** The whole phone is visible in a low window too. */
function fitPhone(): void {
  const scale = Math.min(1, (innerHeight - MARGIN) / DEVICE_HEIGHT);
  document.documentElement.style.setProperty('--scale', String(scale));
}

/** A word on a button for a moment, when what it does cannot be done here. */
function answer(button: HTMLElement, word: string): void {
  const before = button.textContent;
  button.textContent = word;
  setTimeout(() => {
    button.textContent = before;
  }, 1500);
}

function listen(): void {
  addEventListener('resize', fitPhone);
  addEventListener('message', (event) => {
    if (event.source === screen.contentWindow && event.data === 'simulatorstart') started();
  });
  byId('address').addEventListener('submit', (event) => {
    event.preventDefault();
    address.blur();
    const [path = '', query = ''] = address.value.trim().replace(/^\//, '').split('?', 2);
    open(path, query);
  });
  offline.addEventListener('change', () =>
    control()?.setNetwork(offline.checked ? 'none' : 'wifi'),
  );
  dark.addEventListener('change', () => {
    control()?.setTheme(dark.checked ? 'dark' : 'light');
    document.documentElement.dataset.theme = dark.checked ? 'dark' : 'light';
  });
  const pull = byId('pull');
  pull.addEventListener('click', () => {
    if (!control()?.pullDown()) answer(pull, WORDS.noPull);
  });
  const share = byId('share');
  share.addEventListener('click', async () => {
    if (!(await control()?.share())) answer(share, WORDS.noShare);
  });
  byId('forget').addEventListener('click', () => {
    localStorage.clear();
    open('', '');
  });
}

async function fillPages(): Promise<void> {
  const response = await fetch('/simulator/program.json');
  if (!response.ok) throw new Error(await response.text());
  const { program } = (await response.json()) as { program: Program };
  const pages = pagePathsOf(program.app);
  byId('about').textContent = WORDS.about(pages.length);
  byId('pages').replaceChildren(
    ...pages.map((page) => Object.assign(document.createElement('option'), { value: page })),
  );
}

const search = new URLSearchParams(location.search);
offline.checked = search.get('network') === 'none';
dark.checked = search.get('theme') === 'dark';
document.documentElement.dataset.theme = dark.checked ? 'dark' : 'light';
listen();
fitPhone();
const scene = search.get('scene');
open(search.get('path') ?? '', search.get('query') ?? '', scene ? { scene } : {});
fillPages().catch((error: unknown) => {
  byId('about').textContent = error instanceof Error ? error.message : String(error);
});
