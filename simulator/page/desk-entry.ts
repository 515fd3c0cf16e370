import type { Control } from '../host/control.ts';
import { cutPageUrl } from '../host/query.ts';
import { MESSAGE_SCENE } from '../messages.ts';
import { pagePathsOf } from '../page-paths.ts';
import type { Program } from '../program.ts';
import { followBuild, openEvents } from './build-news.ts';
import { listenToActions, say } from './desk-actions.ts';
import { SettingsForm } from './desk-form.ts';
import { MessageCard } from './desk-messages.ts';
import { DeskPane } from './desk-pane.ts';
import { DeskPhone } from './desk-phone.ts';
import { fromSearch, type Place, toSearch, withoutCode } from './desk-state.ts';
import { DESK_WORDS as WORDS } from './desk-words.ts';
import { byId } from './element-by-id.ts';
import { line } from './record-row.ts';

/** The page around the phone: address, switches, and the lists of what the program did. */

/** Where the settings of the last visit are kept, beside the program's own storage. */
const KEPT_KEY = 'weapp-simulator-desk';

const address = byId<HTMLInputElement>('path');
const { settings, ...first } = fromSearch(location.search.slice(1), localStorage.getItem(KEPT_KEY));
let place: Place = first;
let drawing = false;

const form = new SettingsForm((changed, name) => {
  if (phone.change(changed, name)) phone.open(place);
  keep();
});
form.write(settings);
const pane = new DeskPane();
const phone = new DeskPhone(form.read(), started);

function started(control: Control): void {
  control.onRecord(drawSoon);
  pane.start(control);
  followPage();
}

function drawSoon(): void {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    pane.draw();
    followPage();
    followSwitch();
  });
}

/** The address is that of the page on top, unless somebody is writing there. */
function followPage(): void {
  const page = phone.control()?.currentPage();
  if (!page) return;
  const pairs = Object.entries(page.query).map(([key, value]) => `${key}=${value}`);
  const query = withoutCode(pairs.join('&'), form.read());
  if (place.path === page.path && place.query === query) return;
  place = { path: page.path, query };
  showPlace();
  keep();
}

/** Messages may be switched on in the program's settings too. */
function followSwitch(): void {
  const on = phone.control()?.user().subscribeSwitch;
  const subscribeSwitch = on ? 'on' : 'off';
  const settings = form.read();
  if (on === undefined || settings.subscribeSwitch === subscribeSwitch) return;
  const changed = { ...settings, subscribeSwitch };
  form.write(changed);
  phone.change(changed, 'subscribeSwitch');
  keep();
}

function showPlace(): void {
  if (document.activeElement === address) return;
  address.value = place.path + (place.query ? `?${place.query}` : '');
}

/** The browser's address carries everything; what is no page is kept for a visit without one, too. */
function keep(): void {
  const search = toSearch(place, form.read());
  history.replaceState(null, '', search ? `?${search}` : location.pathname);
  localStorage.setItem(KEPT_KEY, toSearch({ path: '', query: '' }, form.read()));
}

function open(to: Place): void {
  place = to;
  showPlace();
  keep();
  phone.open(place);
}

/** A message leads into the program where it runs already, and starts it where it does not. */
function openMessage(page: string): void {
  const to = cutPageUrl(page);
  const settings = { ...form.read(), scene: String(MESSAGE_SCENE) };
  form.write(settings);
  phone.change(settings, 'scene');
  const control = phone.control();
  if (control && !control.isSinglePage()) {
    control.enter({ ...to, scene: MESSAGE_SCENE });
    keep();
    drawSoon();
  } else {
    open(to);
  }
}

function listenToBuild(events: EventSource): void {
  const note = byId('build');
  followBuild(events, {
    rebuilt: () => {
      say(WORDS.rebuilt);
      phone.open(place);
      void fillPages();
    },
    state: (state) => {
      note.hidden = state === null;
      if (state === null) return;
      note.dataset.kind = state.kind;
      note.replaceChildren(line('strong', '', WORDS[state.kind]));
      if (state.kind === 'failed') note.append(line('pre', '', state.message));
    },
  });
}

async function fillPages(): Promise<void> {
  const response = await fetch('/simulator/program.json');
  if (!response.ok) {
    byId('about').textContent = await response.text();
    return;
  }
  const { program } = (await response.json()) as { program: Program };
  const pages = pagePathsOf(program.app);
  byId('about').textContent = WORDS.about(pages.length);
  byId('pages').replaceChildren(
    ...pages.map((page) => Object.assign(document.createElement('option'), { value: page })),
  );
}

byId('address').addEventListener('submit', (event) => {
  event.preventDefault();
  address.blur();
  open(cutPageUrl(address.value.trim()));
});
listenToActions(phone, () => open({ path: '', query: '' }));
const events = openEvents();
listenToBuild(events);
new MessageCard(events, {
  opened: openMessage,
  arrived: ({ title }) => say(WORDS.arrived(title)),
});
open(place);
void fillPages();
