import type { DeliveryLog } from '../../cloud/notices/deliver.ts';
import type { Settings } from '../../cloud/settings.ts';
import { spreadDue } from '../../cloud/store/spread.ts';
import type { Store } from '../../cloud/store/store.ts';
import { openWechatService, type WechatService } from '../../cloud/wechat-service.ts';
import type { WechatSettings } from '../../cloud/wechat-settings.ts';
import { CANARIES } from './canaries.ts';
import { readTemplatesOf, TEMPLATES_PATH } from './sample-templates.ts';
import { startWechatServer, type WechatServer } from './wechat-server/wechat-server.ts';

export interface TestWechat {
  server: WechatServer;
  service: WechatService;
  settings: WechatSettings;
  /** What the deliverer logs to, and a worker may. */
  log: DeliveryLog;
  /** Spreads all that is due and sends its messages. @returns how many came to an end */
  deliver: () => Promise<number>;
}

export interface TestWechatOptions {
  changes?: Partial<WechatSettings> | undefined;
  log?: DeliveryLog;
}

const quiet: DeliveryLog = { info: () => undefined, warn: () => undefined };

/** A double of WeChat's server with the sample's templates, and what the endpoint does with it. */
export async function startTestWechat(
  store: Store,
  now: () => number,
  { changes = {}, log = quiet }: TestWechatOptions = {},
): Promise<TestWechat> {
  const server = await startWechatServer({
    secret: CANARIES.secret,
    templates: await readTemplatesOf(),
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
  const endpoint: Pick<Settings, 'dataDir'> = { dataDir: '' };
  const service = await openWechatService(store, endpoint, settings, now);
  const deliverer = service.deliverer(log);
  return {
    ...{ server, service, settings, log },
    deliver: async () => {
      while (await spreadDue(store, now()));
      return deliverer.deliverDue();
    },
  };
}
