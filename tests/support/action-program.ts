import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import type { Launcher } from './driver-launchers.ts';

/** A plain program with one line to tap for each action, running. */
export type ActionProgram = {
  driver: Driver;
  /** Taps an action and gives back what it passed to `note`. */
  run: (action: string) => Promise<unknown>;
  /** Rules that were broken since this was asked last, each once. */
  broken: () => Promise<string[]>;
  close: () => Promise<void>;
};

/**
 * Starts a program whose actions are bodies of tap handlers, by the words to tap. A body tells its
 * outcome with `note(value)` and is plain WeChat JavaScript; `onLoad` runs when the page opens.
 */
export async function startActions(
  launch: Launcher['launch'],
  actions: Record<string, string>,
  settings: Partial<LaunchSettings> = {},
  onLoad = '',
): Promise<ActionProgram> {
  const distDir = mkdtempSync(join(tmpdir(), 'action-program-'));
  writeProgram(distDir, actions, onLoad);
  const driver = await launch({ distDir, hosts: {}, ...settings });
  let seen = 0;
  return {
    driver,
    run: async (action) => {
      await driver.tapText(action);
      return readAnswer(driver, action);
    },
    broken: async () => {
      const errors = await driver.errors();
      const rules = errors.slice(seen).map(({ rule }) => rule);
      seen = errors.length;
      return [...new Set(rules.filter((rule) => rule !== null))];
    },
    close: async () => {
      await driver.close();
      rmSync(distDir, { recursive: true, force: true });
    },
  };
}

/** What an action has passed to `note`; waits for it. */
export async function readAnswer(driver: Driver, action: string): Promise<unknown> {
  await driver.waitForText(`${action}答：`);
  const line = (await driver.text()).split('\n').find((one) => one.startsWith(`${action}答：`));
  return JSON.parse(line?.slice(action.length + 2) ?? 'null') as unknown;
}

function writeProgram(folder: string, actions: Record<string, string>, onLoad: string): void {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const words = Object.keys(actions);
  write('app.json', '{ "pages": ["page"], "lazyCodeLoading": "requiredComponents" }');
  write('app.js', 'App({})\n');
  write('page.json', '{}');
  const lines = words.map((word, at) => `<view bindtap="act${at}">${word}</view>`);
  write('page.wxml', [...lines, '<view>{{said}}</view>'].join('\n'));
  const handlers = words.map(
    (word, at) => `act${at}() {
    this.setData({ said: '' });
    const note = (value) => this.setData({ said: '${word}答：' + JSON.stringify(value) });
    ${actions[word]}
  },`,
  );
  write('page.js', `Page({ data: { said: '' }, onLoad() { ${onLoad} }, ${handlers.join('\n')} });`);
}
