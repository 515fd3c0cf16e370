import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../support/app.ts';

interface Response {
  description: string;
  content?: Record<string, { schema: object }>;
}
interface Described {
  paths: Record<string, { get: { responses: Record<string, Response> } }>;
}

describe('the description of the endpoint', () => {
  let endpoint: TestApp;
  let routes: [string, Record<string, Response>][];
  beforeAll(async () => {
    endpoint = await createTestApp();
    const { body } = await endpoint.read('/openapi.json');
    routes = Object.entries((body as Described).paths).map(([path, { get }]) => [
      path,
      get.responses,
    ]);
  });
  afterAll(() => endpoint.drop());

  it('names for every route the types of its answers as they are sent', () => {
    expect(routes).not.toHaveLength(0);
    for (const [path, responses] of routes) {
      const types = Object.entries(responses).map(([status, { content = {} }]) => [
        status.toLowerCase(),
        Object.keys(content).join(),
      ]);
      expect([path, Object.fromEntries(types)]).toEqual([
        path,
        {
          '200': path.startsWith('/media/') ? '*/*' : 'application/json',
          '4xx': 'application/problem+json',
          '5xx': 'application/problem+json',
          ...(!path.endsWith('z') && { '304': '' }),
        },
      ]);
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
