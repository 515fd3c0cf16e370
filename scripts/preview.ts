/** What `npm start` runs: the endpoint with sample content, and the simulator with the built mini-program, on one port. */
import { fileURLToPath } from 'node:url';
import type { TypedApp } from '../cloud/http/typed-app.ts';
import { runEndpoint } from '../cloud/run-endpoint.ts';
import { loadSample } from '../cloud/sample/load-sample.ts';
import { needsSample } from '../cloud/sample/needs-sample.ts';
import { parseSettings } from '../cloud/settings.ts';
import { SetupError } from '../cloud/setup-error.ts';
import type { Store } from '../cloud/store/store.ts';
import type { BuildWatch } from '../simulator/build-watch.ts';
import { createSimulatorHandler } from '../simulator/server.ts';
import type { WechatServer } from '../tests/support/wechat-server/wechat-server.ts';
import { type PreviewWechat, startPreviewWechat, tellCredits } from './preview-wechat.ts';
import { findNpm, isAlive } from './processes.mjs';
import { readPrivacyGuide } from './read-privacy-guide.ts';

const CONTENT_DIR = fileURLToPath(new URL('../content', import.meta.url));
/** The address baked into a build that was told no other. */
const DEFAULT_ENDPOINT = 'http://127.0.0.1:8787';
const NPM_CHECK_MS = 1_000;

export interface Preview {
  port: number;
  /** The build that is shown. */
  distDir: string;
  /** Tells pages that are open when it has changed. */
  build: BuildWatch;
}

/** Serves the simulator's page beside the endpoint, so that the program's requests stay on one origin. */
function serveSimulator(
  app: TypedApp,
  { distDir, build }: Preview,
  wechat: PreviewWechat | undefined,
): void {
  const endpoint = process.env.TARO_APP_ENDPOINT ?? DEFAULT_ENDPOINT;
  const account = { privacyGuide: readPrivacyGuide(), templates: wechat?.templates ?? {} };
  const hosts = { [endpoint]: '', ...(wechat && { 'wechat://server': wechat.server.origin }) };
  const handle = createSimulatorHandler({
    ...{ distDir, hosts, account, build },
    ...(wechat && { messages: wechat.messages }),
  });
  // A page that listens for the next build would hold up the end otherwise.
  app.addHook('preClose', async () => build.close());
  for (const url of ['/', '/simulator/*']) {
    app.route({
      method: app.supportedMethods,
      url,
      schema: { hide: true },
      // Before anybody reads the body: what is for another host is passed on as it came.
      onRequest: async (request, reply) => {
        reply.hijack();
        const served = await handle(request.raw, reply.raw);
        // The address was normalised into another place than the one that was asked for.
        if (!served) reply.raw.writeHead(404).end();
      },
      handler: async () => undefined,
    });
  }
}

/** Only the embedded store is filled: a database that somebody named may be the real one. */
async function fillFirstStore(store: Store, isEmbedded: boolean): Promise<void> {
  if (!isEmbedded || !(await needsSample(store, CONTENT_DIR))) return;
  console.log('› Filling the store with sample articles and events …');
  const outcome = await loadSample({
    store,
    contentDir: CONTENT_DIR,
    now: Date.now(),
    log: (line) => console.log(`  ${line}`),
  });
  if (outcome.kind === 'refused') {
    throw new SetupError(`the sample content is faulty: ${outcome.problems.join('; ')}`);
  }
}

/** Where a browser on this machine finds it: an address that stands for all of them is no place to go. */
function toLocalUrl({ host, port }: { host: string; port: number }): string {
  const name = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`;
}

function printWayIn(url: string, port: number): void {
  console.log(`
✓ ready: ${url}
  Open it in a browser: the mini-program runs there in a phone frame. Ctrl+C stops it.

  In WeChat DevTools: 导入项目 → this folder, with your own AppID; tick 不校验合法域名 (docs/develop.md).`);
  if (port === 8787 || process.env.TARO_APP_ENDPOINT) return;
  console.log(
    `  For DevTools with this port, build once with: TARO_APP_ENDPOINT=${url.slice(0, -1)} npm run build:weapp`,
  );
}

/** What arrives in WeChat, and where a tap on it leads. */
function printMessages(server: WechatServer, url: string): void {
  console.log(`
  No WeChat account is set: a test server stands in for WeChat. Subscribe in the phone, then, in another terminal:
  npm run notice -- publish ID   (npm run notice -- --help; between 21:00 and 08:00 in China add --urgent)`);
  server.onMessage(({ page, data }) => {
    const [path = '', query = ''] = page.split('?');
    const search = new URLSearchParams({ path, query, scene: '1014' });
    console.log(`\n✉ ${Object.values(data).join(' · ')}\n  ${url}?${search}`);
  });
}

/** A SIGKILL of npm reaches nobody else: when it is gone, the port must not stay taken. */
function stopWithNpm(): void {
  const npm = ['start', 'dev'].includes(process.env.npm_lifecycle_event ?? '')
    ? findNpm()
    : undefined;
  if (npm === undefined) return;
  setInterval(() => {
    if (!isAlive(npm)) process.kill(process.pid, 'SIGTERM');
  }, NPM_CHECK_MS).unref();
}

function refuse(problem: string): never {
  console.error(`\n✗ ${problem}`);
  process.exit(1);
}

/** Runs until it is told to stop. Ends the process with one clear line when something stands in the way. */
export async function startPreview(preview: Preview): Promise<void> {
  const { port } = preview;
  const outcome = parseSettings({ LOG_LEVEL: 'warn', ...process.env, PORT: String(port) });
  if (!outcome.ok) refuse(outcome.problem);
  stopWithNpm();
  const isEmbedded = outcome.settings.databaseUrl === undefined;
  // Without an account of its own, and only beside a database that is ours alone: what the double takes for sent, nobody gets.
  const isAlone = outcome.settings.wechat === undefined && isEmbedded;
  let wechat: PreviewWechat | undefined;
  try {
    if (isAlone) wechat = await startPreviewWechat(process.env.NOTICE_TEMPLATES);
    const settings = { ...outcome.settings, ...(wechat && { wechat: wechat.settings }) };
    await runEndpoint(settings, {
      prepare: async (app, store) => {
        await fillFirstStore(store, isEmbedded);
        if (wechat) await tellCredits(store, settings, wechat.server);
        serveSimulator(app, preview, wechat);
      },
      ready: () => {
        const url = toLocalUrl(settings);
        printWayIn(url, port);
        if (wechat) printMessages(wechat.server, url);
      },
    });
  } catch (error) {
    if (error instanceof SetupError) refuse(error.message);
    throw error;
  } finally {
    await wechat?.server.stop();
  }
}
