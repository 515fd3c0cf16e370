import { describe, expect, it } from '@jest/globals';
import { parseSettings } from '../../cloud/settings.ts';

const URL = 'postgres://user:secret@db.example.com:5432/name';

describe('settings', () => {
  it('are those of a laptop without any variable', () => {
    expect(parseSettings({})).toEqual({
      ok: true,
      settings: {
        port: 8787,
        host: '127.0.0.1',
        dataDir: '.data',
        logLevel: 'info',
        storage: { kind: 'disk', folder: '.data/media' },
      },
    });
  });

  it('count an empty variable as none', () => {
    const empty = {
      PORT: '',
      HOST: ' ',
      DATA_DIR: '',
      DATABASE_URL: '',
      MEDIA_BASE_URL: '',
      LOG_LEVEL: '',
    };
    expect(parseSettings(empty)).toEqual(parseSettings({}));
  });

  it('take everything that is given', () => {
    const env = { PORT: '0', HOST: '::', DATABASE_URL: URL, DATA_DIR: '/d', LOG_LEVEL: 'warn' };
    expect(parseSettings({ ...env, MEDIA_BASE_URL: 'https://cdn.example.com/f//' })).toEqual({
      ok: true,
      settings: {
        ...{ port: 0, host: '::', databaseUrl: URL, dataDir: '/d', logLevel: 'warn' },
        mediaBaseUrl: 'https://cdn.example.com/f',
        storage: { kind: 'disk', folder: '/d/media' },
      },
    });
  });

  it.each([{ CONTAINER: '1' }, { NODE_ENV: 'production' }])(
    'listen to all in a container: %j',
    (env) => {
      expect(parseSettings({ ...env, DATABASE_URL: URL, MEDIA_STORE: 'disk' })).toMatchObject({
        settings: { host: '0.0.0.0' },
      });
      expect(parseSettings(env)).toEqual({
        ok: false,
        problem: expect.stringMatching(/^DATABASE_URL is missing/),
      });
      expect(parseSettings({ ...env, DATABASE_URL: URL })).toEqual({
        ok: false,
        problem: expect.stringMatching(/^MEDIA_STORE is missing/),
      });
    },
  );

  it.each([
    [{ PORT: 'http' }, /^PORT is "http": set it to a number/],
    [{ PORT: '65536' }, /^PORT/],
    [{ PORT: '-1' }, /^PORT/],
    [{ PORT: '80.5' }, /^PORT/],
    [{ DATABASE_URL: 'db.example.com' }, /^DATABASE_URL is no PostgreSQL address/],
    [{ DATABASE_URL: 'mysql://u:secret@h/n' }, /^DATABASE_URL is no PostgreSQL address/],
    [{ CRAWL_DELAY_MS: '1s' }, /^CRAWL_DELAY_MS is no number/],
    [{ IMPORT_ALLOW_HOSTS: '10.0.0.1, http://a/' }, /^IMPORT_ALLOW_HOSTS has an entry/],
    [{ MEDIA_BASE_URL: 'cdn' }, /^MEDIA_BASE_URL is no address/],
    [{ MEDIA_BASE_URL: 'javascript:alert(1)' }, /^MEDIA_BASE_URL is no address/],
    [{ MEDIA_STORE: 'cos' }, /^MEDIA_STORE is "cos": set it to disk or s3/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud": set it to one of/],
  ])('say what to do about %j', (env, problem) => {
    const outcome = parseSettings(env);
    expect(outcome).toEqual({ ok: false, problem: expect.stringMatching(problem) });
    expect(JSON.stringify(outcome)).not.toContain('secret');
  });
});
