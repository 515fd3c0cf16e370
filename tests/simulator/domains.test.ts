import { describe, expect, it } from '@jest/globals';
import type { Host } from '../../simulator/host/host.ts';
import { Ledger } from '../../simulator/record/ledger.ts';
import { refuseAddress } from '../../simulator/wx/domains.ts';

/** As much of a phone as is looked at: its account, its host map and its ledger. */
function createHost(domains: string[] | undefined): Host {
  return {
    ledger: new Ledger(),
    account: { domains },
    options: { hosts: { 'https://map.test': 'http://127.0.0.1:1' } },
  } as unknown as Host;
}

describe('where a program may send', () => {
  it.each([
    ['https://map.test', undefined, null],
    ['https://map.test/a?b=https://c.test', undefined, null],
    ['https://MAP.test/a', undefined, null],
    ['https://map.test/', ['https://own.test'], 'request.domain'],
    ['https://own.test/', ['https://own.test/'], null],
    ['https://own.test:8443/', ['https://own.test'], 'request.domain'],
    ['https://own.test:8443/', ['https://own.test:8443'], null],
    ['https://own.test.evil.test/', ['https://own.test'], 'request.domain'],
    ['https://a.own.test/', ['https://own.test'], 'request.domain'],
    ['http://own.test/', ['http://own.test'], 'request.https'],
    ['http://127.0.0.1:8787/v1', [], null],
    ['http://localhost:8787', [], null],
    ['http://[::1]:8787/', [], null],
    ['http://10.1.2.3/', [], null],
    ['http://172.16.0.1/', [], null],
    ['http://172.32.0.1/', [], 'request.https'],
    ['http://192.168.1.9:80/', [], null],
    ['http://192.169.1.9/', [], 'request.https'],
    ['https://8.8.8.8/', [], 'request.domain'],
    ['http://10.evil.test/', [], 'request.https'],
    ['http://127.0.0.1.evil.test/', [], 'request.https'],
    ['http://127.0.0.1@evil.test/', [], 'request.https'],
  ] as const)('%s with %j: %s', (url, domains, rule) => {
    const host = createHost(domains && [...domains]);
    const refused = refuseAddress(host, url);
    expect(host.ledger.errors.map((entry) => entry.rule)).toEqual(rule === null ? [] : [rule]);
    expect(refused?.reason).toBe(rule === null ? undefined : 'url not in domain list');
  });

  it.each(['/relative', 'ftp://map.test', ''])('"%s" is no address at all', (url) => {
    const host = createHost(undefined);
    expect(refuseAddress(host, url)).toMatchObject({
      reason: 'invalid url',
      fields: { errno: 600009 },
    });
    expect(host.ledger.errors).toEqual([]);
  });
});
