import { describe, expect, it } from '@jest/globals';
import { parseStorageSettings } from '../../../cloud/media/storage-settings.ts';

const S3 = {
  S3_ENDPOINT: 'https://cos.ap-guangzhou.myqcloud.com/',
  ...{ S3_REGION: 'ap-guangzhou', S3_BUCKET: 'media-1250000000' },
  ...{ S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret-key' },
};
const BUCKET = {
  ...{ kind: 's3', endpoint: 'https://cos.ap-guangzhou.myqcloud.com', region: 'ap-guangzhou' },
  ...{ bucket: 'media-1250000000', accessKeyId: 'id', secretAccessKey: 'secret-key' },
  forcePathStyle: false,
};
const DISK = { kind: 'disk', folder: '/d/media' };

describe('where files lie', () => {
  it.each<[Record<string, string>, boolean, object]>([
    [{}, false, DISK],
    [{ MEDIA_STORE: 'disk' }, true, DISK],
    [{ ...S3, MEDIA_STORE: 'disk' }, true, DISK],
    [{ ...S3, MEDIA_STORE: 's3' }, true, BUCKET],
    [S3, false, BUCKET],
    [{ ...S3, S3_FORCE_PATH_STYLE: '1' }, false, { ...BUCKET, forcePathStyle: true }],
  ])('%j (container %s)', (env, isContainer, storage) => {
    expect(parseStorageSettings(env, '/d', isContainer)).toEqual({ ok: true, storage });
  });

  it.each<[Record<string, string>, boolean, RegExp]>([
    [{}, true, /^MEDIA_STORE is missing: .*S3_BUCKET/],
    [{ MEDIA_STORE: 'cos' }, false, /^MEDIA_STORE is "cos": set it to disk or s3/],
    [{ MEDIA_STORE: 's3' }, false, /^S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, .* missing/],
    [{ ...S3, S3_SECRET_ACCESS_KEY: ' ' }, false, /^S3_SECRET_ACCESS_KEY missing/],
    [{ ...S3, S3_ENDPOINT: 'cos' }, false, /^S3_ENDPOINT is no address/],
    [{ ...S3, S3_ENDPOINT: 'ftp://cos' }, false, /^S3_ENDPOINT is no address/],
    [{ ...S3, S3_BUCKET: 'https://b' }, false, /^S3_BUCKET is "https:\/\/b": write the name/],
    [{ ...S3, S3_FORCE_PATH_STYLE: 'yes' }, false, /^S3_FORCE_PATH_STYLE is "yes": set it to 0/],
  ])('%j is refused in one line', (env, isContainer, problem) => {
    const outcome = parseStorageSettings(env, '/d', isContainer);
    expect(outcome).toEqual({ ok: false, problem: expect.stringMatching(problem) });
    expect(JSON.stringify(outcome)).not.toContain('secret-key');
  });
});
