import compress from '@fastify/compress';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyServerOptions, LogController } from 'fastify';
import { registerCaching } from './http/caching.ts';
import { handleClientError } from './http/client-errors.ts';
import { registerClosing } from './http/closing.ts';
import { registerEmptyBody } from './http/empty-body.ts';
import { handleBadAddress, handleError, registerHostCheck } from './http/error-handler.ts';
import { registerNotFound } from './http/not-found.ts';
import { toRequestId } from './http/request-id.ts';
import { registerRequestLog } from './http/request-log.ts';
import { registerSilentConnections } from './http/silent-connections.ts';
import type { TypedApp } from './http/typed-app.ts';
import { registerAccount } from './routes/account.ts';
import { registerArticles } from './routes/articles.ts';
import { registerChannels } from './routes/channels.ts';
import type { RouteContext, WechatContext } from './routes/context.ts';
import { registerEvents } from './routes/events.ts';
import { registerFeeds } from './routes/feeds.ts';
import { registerHealth } from './routes/health.ts';
import { registerMedia } from './routes/media.ts';
import { createMediaLinks } from './routes/media-links.ts';
import { registerNotices } from './routes/notices.ts';
import { registerOpenapi } from './routes/openapi.ts';
import { registerPushes } from './routes/pushes.ts';
import { registerSearch } from './routes/search.ts';
import { registerSession } from './routes/session.ts';
import { registerSubscriptions } from './routes/subscriptions.ts';
import { registerTopics } from './routes/topics.ts';
import type { Store } from './store/store.ts';

export interface AppOptions {
  store: Store;
  /** Milliseconds since the epoch. */
  now: () => number;
  logger: NonNullable<FastifyServerOptions['logger']>;
  /** Where stored files are served from when not by this endpoint; without a slash at its end. */
  mediaBaseUrl?: string;
  /** Where readers reach the endpoint, for the feeds; without a slash at its end. */
  publicUrl?: string;
  /** Without it nobody can log in, and no notice is offered. */
  wechat?: WechatContext;
}

const REQUEST_TIMEOUT_MS = 30_000;
const BODY_LIMIT_BYTES = 64 * 1024;
/** As long as Node lets the whole head of a request be: a long id is no bad address, but one that names nothing. */
const LONGEST_PARAM = 16 * 1024;

/** Composes the endpoint. It listens nowhere yet: `server.ts` does that, tests use `inject`. */
export async function buildApp(options: AppOptions): Promise<TypedApp> {
  const app = Fastify({
    logger: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: LONGEST_PARAM },
    genReqId: toRequestId,
    frameworkErrors: handleBadAddress,
    clientErrorHandler: handleClientError,
    // With it, ajv turns `1e400` into Infinity and then applies no limit to it, since it is no finite number.
    ajv: { customOptions: { strictNumbers: false } },
    http: { requireHostHeader: false },
    requestTimeout: REQUEST_TIMEOUT_MS,
    bodyLimit: BODY_LIMIT_BYTES,
    // A request that is under way while we stop is answered, not turned away.
    return503OnClosing: false,
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setErrorHandler(handleError);
  registerRequestLog(app);
  registerSilentConnections(app);
  registerHostCheck(app);
  registerClosing(app);
  registerNotFound(app);
  registerEmptyBody(app);
  await app.register(compress, { encodings: ['br', 'gzip'], globalDecompression: false });
  registerCaching(app);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '江门市妇女网', description: '小程序的内容接口', version: '1' },
    },
  });

  const context: RouteContext = {
    store: options.store,
    now: options.now,
    links: createMediaLinks(options.mediaBaseUrl),
    publicUrl: options.publicUrl,
    wechat: options.wechat,
  };
  registerHealth(app, context);
  registerChannels(app, context);
  registerArticles(app, context);
  registerSearch(app, context);
  registerFeeds(app, context);
  registerEvents(app, context);
  registerMedia(app, context);
  registerSession(app, context);
  registerTopics(app, context);
  registerSubscriptions(app, context);
  registerNotices(app, context);
  registerAccount(app, context);
  registerPushes(app, context);
  registerOpenapi(app);
  return app;
}
