import type { TypedApp } from './typed-app.ts';

/**
 * Takes a request that says `application/json` and has no body for one without a body. `wx.request` says so of every request
 * unless it is told otherwise (api/network/request/wx.request.html), also of a DELETE that sends nothing; Fastify alone
 * refuses it.
 */
export function registerEmptyBody(app: TypedApp): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request, body, done) => {
      if (body === '') done(null, undefined);
      else parse(request, body, done);
    },
  );
}
