import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../support/app.ts';

interface Response {
  description: string;
  content?: Record<string, { schema: object }>;
}
interface Described {
  paths: Record<string, Record<string, { responses: Record<string, Response> }>>;
}

const PROBLEMS = { '4xx': 'application/problem+json', '5xx': 'application/problem+json' };
const JSON_ANSWER = { '200': 'application/json', ...PROBLEMS };
const DONE = { '204': '', ...PROBLEMS };
const CACHED = { '304': '' };

/** Routes that answer otherwise than with JSON that clients may keep. */
const OTHERS: Record<string, Record<string, string>> = {
  'get /healthz': JSON_ANSWER,
  'get /readyz': JSON_ANSWER,
  'get /media/{file}': { ...JSON_ANSWER, '200': '*/*', '206': '*/*', ...CACHED },
  'get /feed.json': { ...JSON_ANSWER, '200': '*/*', ...CACHED },
  'get /feed.xml': { ...JSON_ANSWER, '200': '*/*', ...CACHED },
  'post /v1/session': JSON_ANSWER,
  'delete /v1/session': DONE,
  'get /v1/subscriptions': JSON_ANSWER,
  'post /v1/subscriptions': JSON_ANSWER,
  'delete /v1/subscriptions/{topicId}': JSON_ANSWER,
  'get /v1/notices': JSON_ANSWER,
  'post /v1/notices/{id}/read': DONE,
  'get /v1/account': JSON_ANSWER,
  'get /v1/account/export': JSON_ANSWER,
  'delete /v1/account': DONE,
};

describe('the description of the endpoint', () => {
  let endpoint: TestApp;
  let routes: [string, Record<string, Response>][];
  beforeAll(async () => {
    endpoint = await createTestApp();
    const { body } = await endpoint.read('/openapi.json');
    routes = Object.entries((body as Described).paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]): (typeof routes)[number] => [
        `${method} ${path}`,
        responses,
      ]),
    );
  });
  afterAll(() => endpoint.drop());

  it('names for every route the types of its answers as they are sent', () => {
    expect(routes.map(([route]) => route)).toEqual(expect.arrayContaining(Object.keys(OTHERS)));
    for (const [route, responses] of routes) {
      const types = Object.entries(responses).map(([status, { content = {} }]) => [
        status.toLowerCase(),
        Object.keys(content).join(),
      ]);
      const expected = OTHERS[route] ?? { ...JSON_ANSWER, ...CACHED };
      expect([route, Object.fromEntries(types)]).toEqual([route, expected]);
    }
  });

  it('says in words of its own what each answer is', () => {
    for (const [, responses] of routes) {
      for (const { description } of Object.values(responses)) {
        expect(description).toMatch(/\p{Script=Han}/u);
      }
    }
  });
});
