import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { BUILD_LIMIT, buildTaroProgram, type TaroBuild } from '../support/taro-build.ts';

/**
 * With `compileMode` on an element Taro writes a template for it, but only where the configuration has
 * `mini.experimental.compileMode`. Without, its runtime asks for a template that nobody wrote, and
 * nothing is shown: an empty list with no error but the simulator's.
 */
async function build(compileMode: 'on' | 'off'): Promise<TaroBuild> {
  const startedAt = Date.now();
  const built = await buildTaroProgram('taro-compile-mode', { COMPILE_MODE: compileMode });
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  process.stdout.write(`Taro build with compile mode ${compileMode}: ${seconds} s\n`);
  return built;
}

let phone: Driver | undefined;
afterEach(() => phone?.close());

describe("Taro's compile mode where the configuration allows it", () => {
  let built: TaroBuild | undefined;
  beforeAll(async () => {
    built = await build('on');
  }, BUILD_LIMIT);
  afterAll(() => built?.remove());

  it.each(launchers)('shows its rows in $name', async ({ launch }) => {
    phone = await launch({ distDir: built?.distDir ?? '', hosts: {} });
    await phone.waitForText('第二行');
    expect(await phone.errors()).toEqual([]);
  });
});

describe("Taro's compile mode where the configuration does not allow it", () => {
  let built: TaroBuild | undefined;
  beforeAll(async () => {
    built = await build('off');
  }, BUILD_LIMIT);
  afterAll(() => built?.remove());

  it.each(launchers)('is caught in $name by the name of the missing template', async (launcher) => {
    phone = await launcher.launch({ distDir: built?.distDir ?? '', hosts: {} });
    const errors = async () => (await phone?.errors()) ?? [];
    await phone.waitFor('the missing template', async () => (await errors()).length > 0);
    expect((await errors()).map(({ rule }) => rule)).toEqual(['template.missing']);
    expect((await errors())[0]?.message).toContain('"tmpl_0_true"');
    expect(await phone.text()).not.toContain('第二行');
  });
});
