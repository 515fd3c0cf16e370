import type { Options } from './api.ts';
import { decodeUtf8 } from './text-bytes.ts';

/** What goes out for one call of wx.request. */
export type HttpMessage = {
  /** With the query that `data` makes for a GET. */
  url: string;
  method: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** What `data` made of it: the body, or the query of a GET. */
  data: string | ArrayBuffer;
};

/** What came back, whole. */
export type HttpReply = {
  statusCode: number;
  header: Record<string, string>;
  /**
   * What its set-cookie lines say, one each. In a browser there are none: no script may read that
   * header there, and the simulator's proxy hands it on as it is.
   */
  cookies: string[];
  bytes: Uint8Array<ArrayBuffer>;
};

/** The message that the options of wx.request describe (api/network/request/wx.request.html). */
export function toMessage(url: string, options: Options): HttpMessage {
  const method = String(options.method ?? 'GET').toUpperCase();
  const headers = toHeaders(options.header);
  headers['content-type'] ??= 'application/json';
  const { data } = options;
  if (data === undefined || data === null) return { url, method, headers, data: '' };
  if (method === 'GET' || method === 'HEAD') {
    const query = typeof data === 'object' ? toForm(data) : '';
    const joined = query ? url + (url.includes('?') ? '&' : '?') + query : url;
    return { url: joined, method, headers, data: query };
  }
  return { url, method, headers, data: toBody(data, headers['content-type']) };
}

/** The same message as `fetch` takes it; a GET has no body, and nothing carries cookies by itself (wx.request). */
export function toInit({ method, headers, data }: HttpMessage): RequestInit {
  const hasBody = method !== 'GET' && method !== 'HEAD' && data !== '';
  return { method, headers, credentials: 'omit', ...(hasBody && { body: data }) };
}

/** Everything of a message that a server could read a text from. */
export function toSentText({ url, headers, data }: HttpMessage): string {
  return [url, ...Object.values(headers), typeof data === 'string' ? data : ''].join('\n');
}

/** What the program receives as `data`. Text that is not JSON stays text, whatever the server calls it. */
export function toData(bytes: Uint8Array<ArrayBuffer>, options: Options): unknown {
  if (options.responseType === 'arraybuffer') return bytes.buffer;
  const text = decodeUtf8(bytes);
  if ((options.dataType ?? 'json') !== 'json') return text;
  const parsed = parseJson(text);
  return parsed === undefined ? text : parsed;
}

/** Undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function toBody(data: unknown, contentType: string): string | ArrayBuffer {
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data;
  if (contentType.includes('application/x-www-form-urlencoded')) return toForm(data as object);
  return JSON.stringify(data);
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
