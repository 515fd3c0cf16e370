import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../../cloud/settings.ts';
import { spreadDue } from '../../cloud/store/spread.ts';
import type { Store } from '../../cloud/store/store.ts';
import { openWechatService, type WechatService } from '../../cloud/wechat-service.ts';
import type { WechatSettings } from '../../cloud/wechat-settings.ts';
import { CANARIES } from './canaries.ts';
import {
  startWechatServer,
  type WechatServer,
  type WechatServerOptions,
} from './wechat-server/wechat-server.ts';

export const TEMPLATES_PATH = fileURLToPath(
  new URL('../../config/notice-templates.sample.json', import.meta.url),
);

interface ConfiguredTemplate {
  id: string;
  longTerm: boolean;
  fields: Record<string, string>;
}

/** The templates of the sample configuration, as WeChat's console would have them. */
export async function readSampleTemplates(): Promise<
  NonNullable<WechatServerOptions['templates']>
> {
  const configured = JSON.parse(await readFile(TEMPLATES_PATH, 'utf8')) as Record<
    string,
    ConfiguredTemplate
  >;
  return Object.entries(configured).map(([kind, { id, longTerm, fields }]) => ({
    id,
    title: kind,
    type: longTerm ? 'long' : 'once',
    fields: Object.keys(fields),
  }));
}

export interface TestWechat {
  server: WechatServer;
  service: WechatService;
  settings: WechatSettings;
  /** Spreads all that is due and sends its messages. @returns how many came to an end */
  deliver: () => Promise<number>;
}

const quiet = { info: () => undefined, warn: () => undefined };

/** A double of WeChat's server with the sample's templates, and what the endpoint does with it. */
export async function startTestWechat(
  store: Store,
  now: () => number,
  changes: Partial<WechatSettings> = {},
): Promise<TestWechat> {
  const server = await startWechatServer({
    secret: CANARIES.secret,
    templates: await readSampleTemplates(),
    now,
    closeAfterMs: 200,
  });
  const settings: WechatSettings = {
    ...{ appId: server.appId, secret: server.secret, apiUrl: server.origin },
    ...{ identity: 'code', state: 'formal', rate: 1_000 },
    push: { token: CANARIES.pushToken },
    templatesPath: TEMPLATES_PATH,
    dataKey: Buffer.alloc(32, 7),
    ...changes,
  };
  const endpoint: Settings = { port: 0, host: '', dataDir: '', logLevel: 'silent' };
  const service = await openWechatService(store, endpoint, settings, now);
  const deliverer = service.deliverer(quiet);
  return {
    ...{ server, service, settings },
    deliver: async () => {
      while (await spreadDue(store, now()));
      return deliverer.deliverDue();
    },
  };
}
