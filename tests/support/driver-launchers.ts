import { existsSync } from 'node:fs';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import { launchInChromium } from '../../simulator/kit/launch-in-chromium.ts';
import { launchInJsdom } from '../../simulator/kit/launch-in-jsdom.ts';
import { chromiumPath } from '../../simulator/kit/shared-browser.ts';

export type Launcher = {
  name: 'jsdom' | 'Chromium';
  launch: (settings: LaunchSettings) => Promise<Driver>;
};

/** Every way to run a program on this machine: jsdom always, Chromium where one is found. */
export const launchers: Launcher[] = [
  { name: 'jsdom', launch: launchInJsdom },
  ...(existsSync(chromiumPath())
    ? [{ name: 'Chromium', launch: launchInChromium } satisfies Launcher]
    : []),
];

if (launchers.length === 1) {
  process.stdout.write(`No Chromium at ${chromiumPath()}: simulator tests run in jsdom only.\n`);
}
