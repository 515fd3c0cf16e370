import type { Host } from '../host/host.ts';
import { type Answer, type ApiGroup, type Options, Refusal, task } from './api.ts';

/** WeChat's limit for one request, in milliseconds, where the program says none. */
const DEFAULT_TIMEOUT = 60_000;

export const requestApis: ApiGroup = (host) => ({
  request: task((options, settle) => {
    const controller = new AbortController();
    void send(host, options, controller).then(settle);
    return {
      abort: () => controller.abort('abort'),
      onHeadersReceived: () => {},
      offHeadersReceived: () => {},
      onChunkReceived: () => {},
      offChunkReceived: () => {},
    };
  }),
});

/** One HTTP exchange as wx.request has it: any status is a success, only the network can fail. */
export async function send(
  host: Host,
  options: Options,
  controller: AbortController,
): Promise<Answer> {
  const url = String(options.url ?? '');
  if (!/^https?:\/\//.test(url)) return new Refusal('invalid url', { errno: 600009 });
  if (isOffline(host)) return offline();
  const wait = Number(options.timeout ?? DEFAULT_TIMEOUT);
  const timer = setTimeout(() => controller.abort('timeout'), wait);
  try {
    const { address, init } = toFetch(options, host.resolveUrl(url));
    const response = await host.options.platform.fetch(address, {
      ...init,
      signal: controller.signal,
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (isOffline(host)) return offline();
    host.ledger.addAnswer(host.stack.top()?.path ?? '', init.method ?? 'GET', address, bytes);
    return {
      statusCode: response.status,
      header: Object.fromEntries(response.headers.entries()),
      cookies: [],
      data: toData(bytes, options),
    };
  } catch (error) {
    return toRefusal(error, controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

function offline(): Refusal {
  return new Refusal('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 });
}

function toRefusal(error: unknown, signal: AbortSignal): Refusal {
  if (signal.aborted) {
    return signal.reason === 'timeout'
      ? new Refusal('timeout', { errno: 5 })
      : new Refusal('abort', { errno: 600003 });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new Refusal(`net::ERR_FAILED ${reason}`, { errno: 600001 });
}

function toFetch(options: Options, url: string): { address: string; init: RequestInit } {
  const method = String(options.method ?? 'GET').toUpperCase();
  const headers = toHeaders(options.header);
  headers['content-type'] ??= 'application/json';
  const { data } = options;
  if (data === undefined || data === null) return { address: url, init: { method, headers } };
  if (method === 'GET' || method === 'HEAD') {
    const query = typeof data === 'object' ? toForm(data) : '';
    const joined = query ? url + (url.includes('?') ? '&' : '?') + query : url;
    return { address: joined, init: { method, headers } };
  }
  const isForm = headers['content-type'].includes('application/x-www-form-urlencoded');
  const body =
    typeof data === 'string' || data instanceof ArrayBuffer
      ? data
      : isForm
        ? toForm(data)
        : JSON.stringify(data);
  return { address: url, init: { method, headers, body } };
}

function toHeaders(header: unknown): Record<string, string> {
  const entries = Object.entries((header ?? {}) as Record<string, unknown>);
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function toForm(data: object): string {
  return Object.entries(data)
    .map(([key, value]) => {
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
      return `${encodeURIComponent(key)}=${encodeURIComponent(text)}`;
    })
    .join('&');
}

/** Text that is not JSON stays text, whatever the server calls it. */
function toData(bytes: Uint8Array<ArrayBuffer>, options: Options): unknown {
  if (options.responseType === 'arraybuffer') return Uint8Array.from(bytes).buffer;
  const text = decodeUtf8(bytes);
  if ((options.dataType ?? 'json') !== 'json') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

/** A window of jsdom has no TextDecoder, so bytes are decoded by hand. */
function decodeUtf8(bytes: Uint8Array): string {
  if (typeof TextDecoder === 'function') return new TextDecoder().decode(bytes);
  let escaped = '';
  for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`;
  return decodeURIComponent(escaped);
}

/** Asked again after an answer: the phone may have lost its network meanwhile. */
function isOffline(host: Host): boolean {
  return host.network.current === 'none';
}
