import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { borrowBrowser, returnBrowser } from '../../simulator/kit/shared-browser.ts';
import { createSimulatorHandler } from '../../simulator/server.ts';
import { launchers } from '../support/driver-launchers.ts';
import { programDir } from '../support/simulator-programs.ts';

/** Opens a program in a page of Chromium and asks what assistive technology meets there. */
async function ask(name: string, run: (page: Page) => Promise<void>): Promise<void> {
  const handle = createSimulatorHandler({ distDir: programDir(name), hosts: {} });
  const server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const context = await (await borrowBrowser()).newContext();
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?bare=1`);
    await page.waitForSelector('html[data-started]');
    await run(page);
  } finally {
    await context.close();
    returnBrowser();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe.each(launchers)('what assistive technology meets in $name', ({ name, launch }) => {
  /** Without a browser's own tree of names the attributes alone can be looked at. */
  const attributesIn = async (program: string, target: string) => {
    const driver = await launch({ distDir: programDir(program), hosts: {} });
    try {
      await driver.waitFor(target, async () => (await driver.attributes(target)) !== null);
      return await driver.attributes(target);
    } finally {
      await driver.close();
    }
  };

  it('is the label that wxml writes, on the field that has the keyboard', async () => {
    const field = await attributesIn('todo', '.draft input');
    expect(field).toMatchObject({ 'aria-label': '新的待办' });
    expect(field).not.toHaveProperty('placeholder');
    if (name === 'jsdom') return;
    await ask('todo', async (page) => {
      const named = page.getByRole('textbox', { name: '新的待办', exact: true });
      await named.waitFor();
      expect(await named.evaluate(({ localName }) => localName)).toBe('input');
      expect(await page.getByRole('textbox', { name: '要做什么' }).count()).toBe(0);
    });
  });

  it('is the role and the label of a switch, and nothing where wxml says nothing', async () => {
    const found = await attributesIn('signup', 'wx-switch');
    expect(found).toMatchObject({ role: 'switch', 'aria-label': '接收提醒' });
    expect(await attributesIn('signup', 'wx-radio')).not.toHaveProperty('role');
    if (name === 'jsdom') return;
    await ask('signup', async (page) => {
      await page.getByRole('switch', { name: '接收提醒' }).waitFor();
      const program = page.locator('wx-page');
      for (const role of ['button', 'checkbox', 'radio', 'combobox'] as const) {
        expect(await program.getByRole(role).count()).toBe(0);
      }
    });
  });
});
