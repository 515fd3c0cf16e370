import { describe, expect, it } from '@jest/globals';
import type { Failure } from '../../../src/platform/failure.ts';
import { toFailureWords } from '../../../src/platform/failure-words.ts';
import { Problem } from '../../../types/problem.ts';

const codes = Problem.properties.code.anyOf.map(({ const: code }) => code);

const transportFailures: Failure[] = [
  { kind: 'offline' },
  { kind: 'timeout' },
  { kind: 'unreachable' },
  { kind: 'intercepted' },
  { kind: 'cut-off' },
  { kind: 'unexpected' },
  { kind: 'signed-out' },
];

const problemOf = (code: string, status: number): Failure => ({
  kind: 'problem',
  code,
  status,
  requestId: 'r-7',
});

describe('toFailureWords', () => {
  const every: Failure[] = [
    ...transportFailures,
    ...codes.map((code) => problemOf(code, 400)),
    ...[400, 404, 410, 418, 429, 500, 502, 504].map(
      (status): Failure => ({ kind: 'status', status }),
    ),
    problemOf('invented_later', 409),
    problemOf('constructor', 500),
  ];

  it.each(every)('says in Chinese what happened and what to do: %j', (failure) => {
    const { title, advice } = toFailureWords(failure);
    expect(title).toMatch(/^[\u4e00-\u9fff“”]{5,}$/);
    expect(advice).toMatch(/请/);
    expect(advice).toMatch(/。$/);
  });

  it('tells the failures of a network apart', () => {
    const titles = transportFailures.map((failure) => toFailureWords(failure).title);
    expect(new Set(titles).size).toBe(transportFailures.length);
  });

  it.each([
    ['not_found', 404, false],
    ['invalid_request', 400, false],
    ['unavailable', 503, true],
    ['internal', 500, true],
  ])('offers to ask again where that can help: %s', (code, status, canRetry) => {
    expect(toFailureWords(problemOf(code, status)).canRetry).toBe(canRetry);
  });

  it('quotes the request only where the log can tell more', () => {
    expect(toFailureWords(problemOf('internal', 500)).reference).toBe('r-7');
    expect(toFailureWords(problemOf('not_found', 404)).reference).toBeUndefined();
  });
});
