import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Host } from '../../simulator/host/host.ts';
import { Listeners } from '../../simulator/host/listeners.ts';
import { LoginCodes } from '../../simulator/host/phone/login-codes.ts';
import { ProgramClock } from '../../simulator/host/program/program-clock.ts';
import { Ledger } from '../../simulator/record/ledger.ts';
import type { Options, TaskApi } from '../../simulator/wx/api.ts';
import { cloudApi } from '../../simulator/wx/cloud.ts';
import { requestApis } from '../../simulator/wx/request.ts';
import { RequestQueue } from '../../simulator/wx/request-queue.ts';

/** A phone on a network that never answers. */
function createHost(networkTimeout: Record<string, number> = {}): Host {
  const ledger = new Ledger();
  const clock = new ProgramClock(undefined);
  const fetch = (_url: string, { signal }: RequestInit) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
  return {
    ledger,
    clock,
    logins: new LoginCodes(clock, ledger),
    requests: new RequestQueue(ledger),
    network: { current: 'wifi', changed: new Listeners(() => undefined) },
    account: { appId: 'wx-own' },
    resolveUrl: (url: string) => url,
    guard: (_what: string, run: () => unknown) => run(),
    options: {
      hosts: { 'https://api.test': '', 'cloud://container': '' },
      platform: { fetch },
      program: { app: { pages: [], networkTimeout } },
    },
  } as unknown as Host;
}

function request(host: Host, options: Options): { ended: unknown } {
  const state: { ended: unknown } = { ended: undefined };
  const api = requestApis(host).request as TaskApi;
  api.run({ url: 'https://api.test/', ...options }, (answer) => {
    state.ended = answer;
  });
  return state;
}

function callContainer(host: Host, options: Options): { ended: unknown } {
  const state: { ended: unknown } = { ended: undefined };
  const cloud = cloudApi(host) as Record<'init' | 'callContainer', (options: Options) => void>;
  cloud.init({});
  cloud.callContainer({
    config: { env: 'prod-1' },
    header: { 'X-WX-SERVICE': 'api' },
    fail: (reason: unknown) => {
      state.ended = reason;
    },
    ...options,
  });
  return state;
}

describe('how long an answer is waited for', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['performance'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    [{}, {}, 60_000],
    [{ timeout: 2_000 }, { request: 4_000 }, 2_000],
    [{}, { request: 4_000 }, 4_000],
    [{ timeout: 120_000 }, {}, 60_000],
  ])('wx.request(%j) with networkTimeout %j ends after %i ms', async (options, table, limit) => {
    const host = createHost(table);
    const state = request(host, options);
    await jest.advanceTimersByTimeAsync(limit - 1);
    expect(state.ended).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    expect(state.ended).toMatchObject({ reason: 'timeout', fields: { errno: 5 } });
    expect(host.ledger.errors).toEqual([]);
  });

  it.each([
    ['WeChat’s own limit is a breach', {}, 15_000, 1],
    ['a longer one is a breach as well', { timeout: 15_001 }, 15_000, 2],
    ['a shorter one is none', { timeout: 14_999 }, 14_999, 0],
  ])('wx.cloud.callContainer: %s', async (_what, options, limit, breaches) => {
    const host = createHost();
    const state = callContainer(host, options);
    await jest.advanceTimersByTimeAsync(limit - 1);
    expect(state.ended).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    expect(state.ended).toMatchObject({ errCode: 102002 });
    const rules = host.ledger.errors.map(({ rule }) => rule);
    expect(rules).toEqual(Array(breaches).fill('container.time'));
  });

  it('a timeout of exactly WeChat’s limit is no breach by itself', async () => {
    const host = createHost();
    callContainer(host, { timeout: 15_000 });
    await jest.advanceTimersByTimeAsync(14_999);
    expect(host.ledger.errors).toEqual([]);
  });
});
