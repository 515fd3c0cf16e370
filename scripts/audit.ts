/**
 * `npm run audit`: walks every page of the built mini-program in Chromium over the sample content, and holds what it
 * measures against the rules of WeChat's 体验评分. Exit code 1 when a rule fails.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildApp } from '../cloud/app.ts';
import { loadSample } from '../cloud/sample/load-sample.ts';
import { openStore } from '../cloud/store/open.ts';
import type { Store } from '../cloud/store/store.ts';
import { openWechatService } from '../cloud/wechat-service.ts';
import { audit } from '../simulator/audit/audit.ts';
import { failures, toReport } from '../simulator/audit/report.ts';
import { DEFAULT_OPENID } from '../simulator/host/launch-options.ts';
import { chromiumPath } from '../simulator/kit/chromium-path.ts';
import { makeAuditReader } from './audit-reader.ts';
import { createWalk, KNOWN } from './audit-walk.ts';
import { type PreviewWechat, startPreviewWechat } from './preview-wechat.ts';
import { readPrivacyGuide } from './read-privacy-guide.ts';
import { buildWeapp, WEAPP_DIR } from './weapp-build.mjs';

const CONTENT_DIR = fileURLToPath(new URL('../content', import.meta.url));
/** The address baked into a build that was told no other. */
const DEFAULT_ENDPOINT = 'http://127.0.0.1:8787';
/** A picture takes so long, in ms: WeChat counts those that take over 100 ms, and from this machine they would come at once. */
const PICTURE_MS = 150;
/** The sample's events lie around this day. */
const NOW = Date.parse('2026-11-23T10:00:00+08:00');

async function fill(store: Store): Promise<void> {
  const log = () => undefined;
  const outcome = await loadSample({ store, contentDir: CONTENT_DIR, now: NOW, log });
  if (outcome.kind === 'refused') throw new Error(outcome.problems.join('\n'));
}

/** Audits the build against the endpoint at `origin`; returns the exit code. */
async function auditAt(origin: string, wechat: PreviewWechat): Promise<number> {
  const read = async <T>(path: string) => (await (await fetch(origin + path)).json()) as T;
  const endpoint = process.env.TARO_APP_ENDPOINT ?? DEFAULT_ENDPOINT;
  const launch = {
    distDir: WEAPP_DIR,
    hosts: { [endpoint]: origin, 'wechat://server': wechat.server.origin },
    account: { privacyGuide: readPrivacyGuide(), templates: wechat.templates },
    now: NOW,
  };
  const rows = await audit(await createWalk(read), launch, {
    known: KNOWN,
    onStop: ({ name }, seconds) => console.log(`› ${name}: ${seconds.toFixed(1)} s`),
  });
  console.log(`\n${toReport(rows)}`);
  return failures(rows).length === 0 ? 0 : 1;
}

async function run(): Promise<number> {
  await buildWeapp();
  const folder = await mkdtemp(join(tmpdir(), 'jiangmen audit '));
  // Run by root, PostgreSQL is another user and has to get in.
  await chmod(folder, 0o755);
  const wechat = await startPreviewWechat();
  const store = await openStore({ dataDir: folder }, (error) => console.error(error.message));
  try {
    await fill(store);
    const settings = { dataDir: folder, port: 0, host: '127.0.0.1', logLevel: 'silent' };
    const service = await openWechatService(store, settings, wechat.settings, () => NOW);
    const { key, templates } = service.context;
    await makeAuditReader(store, { key, templates, openid: DEFAULT_OPENID, now: NOW });
    const app = await buildApp({
      ...{ store, now: () => NOW, logger: false, wechat: service.context },
    });
    try {
      app.addHook('onRequest', async ({ url }) => {
        if (url.startsWith('/media/')) await setTimeout(PICTURE_MS);
      });
      await app.listen({ host: '127.0.0.1', port: 0 });
      const { port } = app.server.address() as AddressInfo;
      return await auditAt(`http://127.0.0.1:${port}`, wechat);
    } finally {
      await app.close();
    }
  } finally {
    await store.close();
    await wechat.server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (chromiumPath() === undefined) {
  console.error(
    '✗ npm run audit needs Chromium: install it (Debian: apt-get install chromium-headless-shell fonts-noto-cjk) or set CHROMIUM_PATH.',
  );
  process.exitCode = 1;
} else {
  process.exitCode = await run();
}
