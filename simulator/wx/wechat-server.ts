import type { Host } from '../host/host.ts';
import { DEFAULT_OPENID } from '../host/launch-options.ts';
import { Refusal } from './api.ts';

/**
 * Key of the host map under which a double of WeChat's own server answers. Without it the phone tells nobody
 * what happens at it, and everything else is the same.
 */
const WECHAT_SERVER = 'wechat://server';

/** WeChat's client waits for its server this long, in milliseconds: as long as a call of wx.login may take by default. */
const LONGEST_MS = 10_000;

/** What the phone tells, by the path under which the server takes it. */
type News = {
  /** A code of wx.login, before the program gets it. */
  '/phone/login-codes': { code: string };
  /** What the person answered to wx.requestSubscribeMessage, by template id, before the program gets it. */
  '/phone/subscriptions': { answers: Record<string, string> };
};

/** The person with this phone, as WeChat names them to this program. */
export function openidOf({ options }: Host): string {
  return options.openid ?? DEFAULT_OPENID;
}

/**
 * Tells WeChat's server, as the client in a phone would: the person's openid and `news` as JSON, by POST. Null when
 * the server took it or the host map names none; else why it did not, in the words and by the errno of a lost
 * network (framework/usability/PublicErrno.html). It never throws.
 */
export async function tellWeChat<Path extends keyof News>(
  host: Host,
  path: Path,
  news: News[Path],
): Promise<Refusal | null> {
  if (host.options.hosts[WECHAT_SERVER] === undefined) return null;
  const url = WECHAT_SERVER + path;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), LONGEST_MS);
  try {
    const { status } = await host.options.platform.fetch(host.resolveUrl(url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid: openidOf(host), ...news }),
      signal: controller.signal,
    });
    return status >= 200 && status < 300 ? null : unreachable(`${url} answers ${status}`);
  } catch (error) {
    return unreachable(`${url}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    clearTimeout(timer);
  }
}

function unreachable(detail: string): Refusal {
  return new Refusal(`net::ERR_FAILED ${detail}`, { errno: 600001 });
}
