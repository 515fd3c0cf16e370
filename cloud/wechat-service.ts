import type { NoticeTemplates } from './domain/notice-template.ts';
import { isQuiet } from './domain/quiet-hours.ts';
import { createDeliverer, type Deliverer, type DeliveryLog } from './notices/deliver.ts';
import { readNoticeTemplates } from './notices/read-templates.ts';
import { type NoticeWorker, startNoticeWorker } from './notices/worker.ts';
import { openDataKey } from './open-data-key.ts';
import type { WechatContext } from './routes/context.ts';
import type { Settings } from './settings.ts';
import { SetupError } from './setup-error.ts';
import { canReadAccounts } from './store/accounts.ts';
import type { Store } from './store/store.ts';
import { createTokenStore } from './store/wechat-token.ts';
import { createWechatApi } from './wechat/create-wechat-api.ts';
import { createTokenKeeper } from './wechat/token-keeper.ts';
import type { WechatSettings } from './wechat-settings.ts';

/** Messages on their way at once, in one process. */
const CONCURRENCY = 32;
/** Longer than a message may take: four times what WeChat is given to answer. */
const LEASE_MS = 60_000;

/** What the endpoint does with WeChat's server. */
export interface WechatService {
  /** For the routes. */
  context: WechatContext;
  deliverer: (log: DeliveryLog) => Deliverer;
  /** Spreads notices and sends their messages until it is stopped. */
  start: (log: DeliveryLog) => NoticeWorker;
}

async function readTemplates(path: string | undefined): Promise<NoticeTemplates> {
  if (path === undefined) return new Map();
  const read = await readNoticeTemplates(path);
  if (!read.ok) throw new SetupError(read.problems.join('\n'));
  return read.templates;
}

/**
 * Puts together what is needed for logging in and for notices.
 *
 * @param now milliseconds since the epoch
 * @throws SetupError with a sentence that says what to do
 */
export async function openWechatService(
  store: Store,
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  wechat: WechatSettings,
  now: () => number,
): Promise<WechatService> {
  const { appId, identity, push, rate } = wechat;
  const key = await openDataKey({ ...settings, wechat });
  if (!(await canReadAccounts(store, key))) {
    throw new SetupError(
      'the accounts in the database were stored with another DATA_KEY: set the one that was there before (with the embedded database it is the file data-key in DATA_DIR).',
    );
  }
  const templates = await readTemplates(wechat.templatesPath);
  const api = createWechatApi(wechat);
  const tokens = createTokenKeeper({ api, store: createTokenStore(store, key, appId), now });
  const sender = { api, tokens, key, now, random: Math.random };
  const delivery = { concurrency: CONCURRENCY, leaseMs: LEASE_MS, rate, isQuiet };
  const deliverer = (log: DeliveryLog) => createDeliverer(store, sender, delivery, log);
  return {
    context: {
      ...{ identity, appId, key, api, templates },
      ...(push && { push: { ...push, appId } }),
    },
    deliverer,
    start: (log) => startNoticeWorker({ store, deliverer: deliverer(log), now, log }),
  };
}
