import type { Control } from '../host/control.ts';
import type { ColdStart, KeptText, LaunchOptions, Network, Theme } from '../host/launch-options.ts';
import { type Account, ASKED_ANSWERS } from '../host/phone/setting.ts';
import { STORED_ALONE_KEY, STORED_KEY } from '../host/phone/storage.ts';
import { startSimulator } from '../host/start-simulator.ts';
import type { Program } from '../program.ts';
import { followBuild, openEvents } from './build-news.ts';
import type { Preset } from './preset.ts';

type Update = NonNullable<LaunchOptions['update']>;
type PhoneWindow = Window & { simulatorPreset?: Preset; simulatorControl?: Control };

/** The phone's own document: reads the launch from its address, starts, and offers the control. */
async function openPhone(): Promise<void> {
  const window = globalThis as unknown as PhoneWindow;
  const answer = await fetch('/simulator/program.json');
  if (!answer.ok) throw new Error(await answer.text());
  const { program, hosts, account } = (await answer.json()) as {
    program: Program;
    hosts: Record<string, string>;
    account?: Partial<Account>;
  };
  const root = document.getElementById('phone');
  if (!root) throw new Error('the phone page has no #phone');
  const options: LaunchOptions = {
    program,
    hosts,
    assetBase: '/simulator/files/',
    platform: {
      fetch: fetch.bind(globalThis),
      hasLayout: true,
      kept: keptUnder(STORED_KEY),
      keptAlone: keptUnder(STORED_ALONE_KEY),
      openCold,
    },
    ...(account && { account }),
    ...presetOf(window),
    ...fromAddress(new URLSearchParams(location.search)),
  };
  window.simulatorControl = startSimulator(root, options);
  document.documentElement.dataset.started = 'true';
  dispatchEvent(new CustomEvent('simulatorstart'));
  if (window.parent !== window) window.parent.postMessage('simulatorstart', location.origin);
}

/**
 * Left by a driver in this window, or by the desk in its own, where it is always up to date. Without either there
 * is a person who can be asked.
 */
function presetOf(window: PhoneWindow): Preset {
  const left = window.simulatorPreset ?? (window.parent as PhoneWindow).simulatorPreset;
  return left ?? { user: ASKED_ANSWERS };
}

function keptUnder(key: string): KeptText {
  return {
    read: () => localStorage.getItem(key),
    write: (text) => {
      try {
        localStorage.setItem(key, text);
      } catch (cause) {
        const told = `this browser keeps less than the ${text.length} characters of all keys; the phone would keep them`;
        throw new Error(told, { cause });
      }
    },
  };
}

/** A new document is as cold as a start can be. The mark tells drivers that this one ends. */
function openCold(start: ColdStart): void {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(start)) search.set(name, String(value));
  document.documentElement.dataset.leaving = 'true';
  location.search = search.toString();
}

/** Names in the address are those of `ColdStart`; what it does not name stays as it was preset. */
function fromAddress(search: URLSearchParams): Partial<LaunchOptions> {
  const { path, query, scene, network, theme, update } = Object.fromEntries(search);
  return {
    ...(path === undefined ? {} : { path }),
    ...(query === undefined ? {} : { query }),
    ...(scene === undefined ? {} : { scene: Number(scene) }),
    ...(network === undefined ? {} : { network: network as Network }),
    ...(theme === undefined ? {} : { theme: theme as Theme }),
    ...(update === undefined ? {} : { update: update as Update }),
  };
}

/** A phone that stands alone, in nobody's hands, looks after itself. */
function reloadOnRebuild(window: PhoneWindow): void {
  if (window.parent !== window || window.simulatorPreset) return;
  followBuild(openEvents(), { rebuilt: () => location.reload() });
}

reloadOnRebuild(globalThis as unknown as PhoneWindow);
openPhone().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  document.body.textContent = `模拟器没有启动：${message}`;
  document.documentElement.dataset.failed = message;
});
