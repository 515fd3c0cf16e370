import { join } from 'node:path';

/** An S3-compatible object store, such as Tencent COS. */
export interface S3Choice {
  kind: 's3';
  endpoint?: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** The bucket in the path instead of in the host name. */
  forcePathStyle: boolean;
}

/** Where pictures and files lie. */
export type StorageChoice = { kind: 'disk'; folder: string } | S3Choice;

export type StorageOutcome = { ok: true; storage: StorageChoice } | { ok: false; problem: string };

type Environment = Record<string, string | undefined>;

const REQUIRED = ['S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

const read = (env: Environment, name: string) => env[name]?.trim() || undefined;
const isHttp = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
const refuse = (problem: string): StorageOutcome => ({ ok: false, problem });

function parseS3(env: Environment): StorageOutcome {
  const missing = REQUIRED.filter((name) => read(env, name) === undefined);
  if (missing.length > 0) {
    return refuse(`${missing.join(', ')} missing: MEDIA_STORE=s3 needs ${REQUIRED.join(', ')}.`);
  }
  const endpoint = read(env, 'S3_ENDPOINT')?.replace(/\/+$/, '');
  if (endpoint !== undefined && !isHttp(endpoint)) {
    return refuse(
      'S3_ENDPOINT is no address: write https://cos.ap-guangzhou.myqcloud.com, or leave it out for Amazon S3.',
    );
  }
  const style = read(env, 'S3_FORCE_PATH_STYLE') ?? '0';
  if (style !== '0' && style !== '1') {
    return refuse(`S3_FORCE_PATH_STYLE is "${style}": set it to 0 or 1.`);
  }
  const [region = '', bucket = '', accessKeyId = '', secretAccessKey = ''] = REQUIRED.map((name) =>
    read(env, name),
  );
  if (!/^[a-z0-9][a-z0-9.-]{1,62}$/.test(bucket)) {
    return refuse(`S3_BUCKET is "${bucket}": write the name alone, such as media-1250000000.`);
  }
  return {
    ok: true,
    storage: {
      ...{ kind: 's3', region, bucket, accessKeyId, secretAccessKey },
      forcePathStyle: style === '1',
      ...(endpoint !== undefined && { endpoint }),
    },
  };
}

/**
 * Reads where pictures and files lie. A bucket that is named is used; without one it is a folder below `dataDir`.
 *
 * @param isContainer the disk does not last, so it must be asked for by name
 */
export function parseStorageSettings(
  env: Environment,
  dataDir: string,
  isContainer: boolean,
): StorageOutcome {
  const store = read(env, 'MEDIA_STORE') ?? (read(env, 'S3_BUCKET') && 's3');
  switch (store) {
    case 's3':
      return parseS3(env);
    case 'disk':
      return { ok: true, storage: { kind: 'disk', folder: join(dataDir, 'media') } };
    case undefined:
      return isContainer
        ? refuse(
            'MEDIA_STORE is missing: a container loses its disk, and pictures with it. Set it to s3 and name a bucket with S3_BUCKET …, or to disk where DATA_DIR is a volume that stays and that all replicas share.',
          )
        : { ok: true, storage: { kind: 'disk', folder: join(dataDir, 'media') } };
    default:
      return refuse(`MEDIA_STORE is "${store}": set it to disk or s3.`);
  }
}
