/** WeChat's part in `npm start` on a laptop: a strict double of its server, so that asking, sending and receiving can be tried. */

import { sql } from 'kysely';
import { readNoticeTemplates } from '../cloud/notices/read-templates.ts';
import { openDataKey } from '../cloud/open-data-key.ts';
import type { Settings } from '../cloud/settings.ts';
import { SetupError } from '../cloud/setup-error.ts';
import type { Store } from '../cloud/store/store.ts';
import type { WechatSettings } from '../cloud/wechat-settings.ts';
import type { MessageSource } from '../simulator/messages.ts';
import { readTemplatesOf, TEMPLATES_PATH } from '../tests/support/sample-templates.ts';
import {
  startWechatServer,
  type WechatServer,
} from '../tests/support/wechat-server/wechat-server.ts';

import { createPreviewMessages } from './preview-messages.ts';

export interface PreviewWechat {
  server: WechatServer;
  settings: WechatSettings;
  /** As the simulator wants to know them. */
  templates: Record<string, 'once' | 'long'>;
  messages: MessageSource;
}

/**
 * Starts the double, with the sample's templates unless the environment names others.
 *
 * @throws SetupError with a sentence that says what to do
 */
export async function startPreviewWechat(templatesPath?: string): Promise<PreviewWechat> {
  const path = templatesPath ?? TEMPLATES_PATH;
  const templates = await readTemplatesOf(path);
  const read = await readNoticeTemplates(path);
  if (!read.ok) throw new SetupError(read.problems.join('\n'));
  const server = await startWechatServer({ templates });
  return {
    server,
    settings: {
      ...{ appId: server.appId, secret: server.secret, apiUrl: server.origin },
      ...{ identity: 'code', state: 'developer', rate: 50, templatesPath: path },
    },
    templates: Object.fromEntries(templates.map(({ id, type }) => [id, type])),
    messages: createPreviewMessages(server, read.templates),
  };
}

/**
 * The double begins anew with every start, our ledger does not: it is told whom we know, what they have accepted before, and which credits
 * are spent for messages that wait, for the morning for example.
 */
export async function tellCredits(
  store: Store,
  settings: Settings,
  server: WechatServer,
): Promise<void> {
  const key = await openDataKey(settings);
  const { rows } = await sql<{ openid_sealed: Buffer; template_id: string; left: number }>`
    SELECT a.openid_sealed, c.template_id, sum(c.left)::integer AS left FROM accounts a JOIN (
      SELECT account_id, template_id, balance AS left FROM credit_balances WHERE balance > 0
      UNION ALL
      SELECT account_id, template_id, 1 FROM deliveries WHERE state = 'queued'
    ) c ON c.account_id = a.id GROUP BY 1, 2
  `.execute(store.db);
  for (const row of rows) server.grant(key.open(row.openid_sealed), row.template_id, row.left);
}
