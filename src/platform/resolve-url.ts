/**
 * Where a picture or file of an answer is: absolute addresses stay, a path (`/media/…`) stands on the endpoint, a
 * protocol-less one (`//host/…`) takes the endpoint's protocol. Mini-programs have no `URL`.
 *
 * @param endpoint without a slash at its end
 */
export function resolveUrl(url: string, endpoint: string): string {
  if (url.startsWith('//')) return `${endpoint.startsWith('http:') ? 'http:' : 'https:'}${url}`;
  return url.startsWith('/') ? `${endpoint}${url}` : url;
}
