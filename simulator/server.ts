import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildWatch } from './build-watch.ts';
import { bundleEntry } from './bundle.ts';
import type { Account } from './host/phone/setting.ts';
import type { MessageSource } from './messages.ts';
import { sendPageEvents } from './page-events.ts';
import { currentProgram } from './program-cache.ts';
import { forward } from './reverse-proxy.ts';

export type SimulatorSettings = {
  /** The mini-program's build, for Taro `dist/weapp`. */
  distDir: string;
  /**
   * Origin that the program calls → where it really answers. `''` is the server itself; any other
   * origin is reached through this handler, so that the browser stays on one origin.
   */
  hosts: Record<string, string>;
  /** Tells pages that are open of every rebuild; without it they are told nothing. */
  build?: BuildWatch;
  /** How the account is set up at WeChat; what it leaves out is as for a new account. */
  account?: Partial<Account>;
  /** Subscribe messages for this phone; without it the page lists none. */
  messages?: MessageSource;
};

export type SimulatorHandler = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the simulator: its page at `/`, everything else below `/simulator/`.
 * The promise is false when the address is none of these; the response is untouched then.
 */
export function createSimulatorHandler(settings: SimulatorSettings): SimulatorHandler {
  return async (req, res) => {
    const url = new URL(req.url ?? '/', 'http://simulator');
    if (url.pathname !== '/' && !url.pathname.startsWith('/simulator/')) return false;
    try {
      await serve(req, res, url, settings);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      reply(res, isMissing(error) ? 404 : 500, '.txt', message);
    }
    return true;
  };
}

async function serve(
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
  settings: SimulatorSettings,
): Promise<void> {
  const path = url.pathname;
  const proxied = /^\/simulator\/host\/(\d+)(\/.*)?$/.exec(path);
  if (proxied) {
    const target = Object.values(settings.hosts)[Number(proxied[1])];
    if (!target) return reply(res, 404, '.txt', 'no such host in the host map');
    return forward(req, res, new URL((proxied[2] ?? '/') + url.search, target));
  }
  if (path === '/') {
    const page = url.searchParams.get('bare') === '1' ? 'phone.html' : 'desk.html';
    return reply(res, 200, '.html', await readPage(page));
  }
  if (path === '/simulator/phone') return reply(res, 200, '.html', await readPage('phone.html'));
  if (path === '/simulator/program.json') {
    const body = {
      program: currentProgram(settings.distDir),
      hosts: toBrowserHosts(settings.hosts),
      account: settings.account,
    };
    return reply(res, 200, '.json', JSON.stringify(body));
  }
  const { build, messages } = settings;
  if (path === '/simulator/events' && (build || messages)) return sendPageEvents(res, settings);
  if (path === '/simulator/messages' && messages) {
    return reply(res, 200, '.json', JSON.stringify(messages.list()));
  }
  const script = /^\/simulator\/assets\/(phone|desk)\.js$/.exec(path);
  if (script) return reply(res, 200, '.js', await bundleEntry(`./page/${script[1]}-entry.ts`));
  const sheet = /^\/simulator\/assets\/([a-z-]+\.css)$/.exec(path)?.[1];
  if (sheet) return reply(res, 200, '.css', await readPage(sheet));
  if (path.startsWith('/simulator/files/')) {
    const file = decodeURIComponent(path.slice('/simulator/files/'.length));
    return reply(res, 200, extname(file), await readBuildFile(settings.distDir, file));
  }
  reply(res, 404, '.txt', `${path} is not part of the simulator`);
}

function toBrowserHosts(hosts: Record<string, string>): Record<string, string> {
  const entries = Object.entries(hosts).map(([origin, target], index) => [
    origin,
    target === '' ? '' : `/simulator/host/${index}`,
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function readPage(name: string): Promise<Buffer> {
  return readFile(fileURLToPath(new URL(`./page/${name}`, import.meta.url)));
}

function readBuildFile(distDir: string, file: string): Promise<Buffer> {
  const inside = normalize(file);
  if (inside.startsWith('..') || inside.startsWith(sep)) {
    throw Object.assign(new Error(`${file} is outside the build`), { code: 'ENOENT' });
  }
  return readFile(join(distDir, inside));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function reply(res: ServerResponse, status: number, ending: string, body: string | Buffer): void {
  res.writeHead(status, {
    'content-type': TYPES[ending.toLowerCase()] ?? 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
  res.end(body);
}
