import { existsSync } from 'node:fs';
import { chromiumPath } from '../../simulator/kit/chromium-path.ts';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import { launchInChromium } from '../../simulator/kit/launch-in-chromium.ts';
import { launchInJsdom } from '../../simulator/kit/launch-in-jsdom.ts';

export type Launcher = {
  name: 'jsdom' | 'Chromium';
  launch: (settings: LaunchSettings) => Promise<Driver>;
};

/**
 * Every way to run a program: jsdom always, Chromium where `chromium` is a file. Without it the
 * tests say so, and fail where Chromium is required.
 */
export function findLaunchers(chromium: string | undefined, required: boolean): Launcher[] {
  const jsdom: Launcher = { name: 'jsdom', launch: launchInJsdom };
  if (chromium && existsSync(chromium)) {
    return [jsdom, { name: 'Chromium', launch: launchInChromium }];
  }
  const missing = chromium ? `No Chromium at ${chromium}` : 'No Chromium on PATH';
  if (required) {
    throw new Error(`${missing}, and REQUIRE_CHROMIUM=1: install it or set CHROMIUM_PATH.`);
  }
  process.stdout.write(`${missing}: simulator tests run in jsdom only.\n`);
  return [jsdom];
}

export const launchers = findLaunchers(chromiumPath(), process.env.REQUIRE_CHROMIUM === '1');
