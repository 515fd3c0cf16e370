import type { WechatServer } from '../support/wechat-server/wechat-server.ts';

/** Asks the double as it is, without the product's own client. */
export async function ask(
  server: WechatServer,
  path: string,
  body?: unknown,
): Promise<{ status: number; json: Record<string, unknown>; text: string }> {
  const post = { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) };
  const response = await fetch(`${server.origin}${path}`, body === undefined ? {} : post);
  const text = await response.text();
  const json: unknown = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, json: json as Record<string, unknown>, text };
}

export async function login(server: WechatServer, code: string, change: object = {}) {
  const query = { appid: server.appId, secret: server.secret, js_code: code };
  const all = { ...query, grant_type: 'authorization_code', ...change };
  return (await ask(server, `/sns/jscode2session?${new URLSearchParams(all)}`)).json;
}

export async function fetchToken(server: WechatServer, change: object = {}) {
  const body = { grant_type: 'client_credential', appid: server.appId, secret: server.secret };
  return (await ask(server, '/cgi-bin/stable_token', { ...body, ...change })).json;
}

export async function send(server: WechatServer, token: unknown, message: unknown) {
  return (await ask(server, `/cgi-bin/message/subscribe/send?access_token=${token}`, message)).json;
}
