import type { Control } from '../host/control.ts';
import type { LaunchOptions, Network, Theme } from '../host/launch-options.ts';
import { startSimulator } from '../host/start-simulator.ts';
import type { Program } from '../program.ts';

/** What the server and a driver hand to a phone's page before it starts. */
type Preset = Partial<Omit<LaunchOptions, 'program' | 'platform' | 'hosts' | 'assetBase'>> & {
  storage?: 'memory' | 'browser';
};

type PhoneWindow = Window & { simulatorPreset?: Preset; simulatorControl?: Control };

/** The phone's own document: reads the launch from its address, starts, and offers the control. */
async function openPhone(): Promise<void> {
  const window = globalThis as unknown as PhoneWindow;
  const answer = await fetch('/simulator/program.json');
  if (!answer.ok) throw new Error(await answer.text());
  const { program, hosts } = (await answer.json()) as {
    program: Program;
    hosts: Record<string, string>;
  };
  const { storage, ...preset } = window.simulatorPreset ?? {};
  const root = document.getElementById('phone');
  if (!root) throw new Error('the phone page has no #phone');
  const options: LaunchOptions = {
    program,
    hosts,
    assetBase: '/simulator/files/',
    platform: { fetch: fetch.bind(globalThis), hasLayout: true, storage: storage ?? 'browser' },
    ...fromAddress(new URLSearchParams(location.search)),
    ...preset,
  };
  window.simulatorControl = startSimulator(root, options);
  document.documentElement.dataset.started = 'true';
  dispatchEvent(new CustomEvent('simulatorstart'));
  if (window.parent !== window) window.parent.postMessage('simulatorstart', location.origin);
}

function fromAddress(search: URLSearchParams): Partial<LaunchOptions> {
  const read = (name: string) => search.get(name) ?? '';
  return {
    ...(read('path') ? { path: read('path') } : {}),
    ...(read('query') ? { query: read('query') } : {}),
    ...(read('scene') ? { scene: Number(read('scene')) } : {}),
    ...(read('network') ? { network: read('network') as Network } : {}),
    ...(read('theme') ? { theme: read('theme') as Theme } : {}),
  };
}

openPhone().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  document.body.textContent = `模拟器没有启动：${message}`;
  document.documentElement.dataset.failed = message;
});
