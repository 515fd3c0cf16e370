import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of a test's own: what it answers, and what it was asked. */
export interface ListSite {
  origin: string;
  /** What `allowedHosts` of a fetch needs. */
  host: string;
  /** Path and query → HTML, or a listener. */
  pages: Map<string, string | RequestListener>;
  /** Path and query of every request, in order, with what was answered. */
  asked: { path: string; status: number }[];
  /** Called with each request before it is answered; true: it answers itself. */
  intercept: ((path: string, response: ServerResponse) => boolean) | undefined;
  stop: () => Promise<void>;
}

const toEtag = (html: string) => `"${createHash('sha256').update(html).digest('hex')}"`;

/** Serves HTML with an ETag, and 304 to whoever has it. */
export async function startListSite(): Promise<ListSite> {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    response.on('close', () => site.asked.push({ path, status: response.statusCode }));
    if (site.intercept?.(path, response)) return;
    const page = site.pages.get(path);
    if (typeof page === 'function') {
      page(request, response);
    } else if (page === undefined) {
      response.writeHead(404).end();
    } else {
      const etag = toEtag(page);
      const isKnown = request.headers['if-none-match'] === etag;
      const type = path === '/robots.txt' ? 'text/plain' : 'text/html; charset=utf-8';
      response.writeHead(isKnown ? 304 : 200, { etag, 'content-type': type });
      response.end(isKnown ? undefined : page);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site: ListSite = {
    origin: `http://${host}`,
    host,
    pages: new Map(),
    asked: [],
    intercept: undefined,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return site;
}

export const articleHtml = (title: string, date: string, body = '正文。') =>
  `<html><head><title>${title}</title></head><body><h1 class="title">${title}</h1><p>文章出处：示例区妇联</p><p>发布时间：${date}</p><div class="article-content"><p>${body}</p><p>第二段：${title}</p></div></body></html>`;

export const listHtml = (
  links: readonly { path: string; title: string; date?: string }[],
  paging = '',
) =>
  `<html><body><ul>${links
    .map(
      ({ path, title, date }) =>
        `<li><a href="${path}">${title}</a><span>${date ?? ''}</span></li>`,
    )
    .join('')}</ul>${paging}</body></html>`;
