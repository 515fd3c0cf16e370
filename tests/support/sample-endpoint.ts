import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../cloud/store/store.ts';
import { readPrivacyGuide } from '../../scripts/read-privacy-guide.ts';
import type { LaunchSettings } from '../../simulator/kit/driver.ts';
import { createTestApp, TEST_NOW } from './app.ts';
import { findSampleTemplate } from './sample-template.ts';
import { readTemplatesOf } from './sample-templates.ts';
import type { TestWechat } from './test-wechat.ts';

export const DIST_DIR = fileURLToPath(new URL('../../dist/weapp', import.meta.url));
/** The address baked into a build that was told no other. */
const BUILT_ENDPOINT = 'http://127.0.0.1:8787';

export interface SampleEndpoint {
  store: Store;
  /** Of its database, for commands. */
  databaseUrl: string;
  /** WeChat's server, which the phones of these launches tell what happens at them. */
  wechat: TestWechat;
  setNow: (now: number) => void;
  /** Where it listens, without a final slash. */
  origin: string;
  /** What a launch in the simulator needs: the build, its endpoint, its account and the clock of the sample. */
  launchSettings: Required<Pick<LaunchSettings, 'distDir' | 'hosts' | 'account'>> & { now: number };
  /** Reads a path and returns the parsed body. */
  read: <T>(path: string) => Promise<T>;
  stop: () => Promise<void>;
}

/** The launch settings for a build whose endpoint answers at `origin`. */
export function toLaunchSettings(origin: string): SampleEndpoint['launchSettings'] {
  return {
    distDir: DIST_DIR,
    hosts: { [BUILT_ENDPOINT]: origin },
    account: { privacyGuide: readPrivacyGuide() },
    now: TEST_NOW,
  };
}

/** A listening endpoint over a database of its own, filled with the sample content. */
export async function startSampleEndpoint(): Promise<SampleEndpoint> {
  const database = await findSampleTemplate(TEST_NOW);
  const { app, store, url, wechat, setNow, drop } = await createTestApp({ database });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const { hosts, account, ...settings } = toLaunchSettings(origin);
  const templates = (await readTemplatesOf()).map(({ id, type }) => [id, type]);
  return {
    ...{ store, databaseUrl: url, wechat, setNow, origin },
    launchSettings: {
      ...settings,
      hosts: { ...hosts, 'wechat://server': wechat.server.origin },
      account: { ...account, templates: Object.fromEntries(templates) },
    },
    read: async <T>(path: string) => (await (await fetch(origin + path)).json()) as T,
    stop: drop,
  };
}
