import type { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ServiceException,
} from '@aws-sdk/client-s3';
import { SetupError } from '../setup-error.ts';
import type { ByteRange, MediaStorage } from './media-storage.ts';
import type { S3Choice } from './storage-settings.ts';

/** As on the endpoint, so that a CDN may read the bucket itself. */
const FOLDER = 'media/';
const IMMUTABLE = 'public, max-age=31536000, immutable';
const CONNECT_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 30_000;

const toStatus = (error: unknown) => (error as S3ServiceException).$metadata?.httpStatusCode;

/** The answer, or undefined where the store says that there is no such file. */
async function find<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (toStatus(error) === 404) return undefined;
    throw error;
  }
}

/** The whole size: of a part, it stands after the slash of `Content-Range`. */
function toSize(contentLength: number | undefined, contentRange: string | undefined): number {
  const whole = /\/(\d+)$/.exec(contentRange ?? '')?.[1];
  return whole === undefined ? (contentLength ?? 0) : Number(whole);
}

function createClient(choice: S3Choice): S3Client {
  const { region, endpoint, forcePathStyle, accessKeyId, secretAccessKey } = choice;
  return new S3Client({
    ...{ region, forcePathStyle, credentials: { accessKeyId, secretAccessKey } },
    ...(endpoint !== undefined && { endpoint }),
    // Other stores than Amazon's don't know its newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
  });
}

function toSetupError(error: unknown, { bucket, endpoint = 'Amazon S3' }: S3Choice): SetupError {
  const status = toStatus(error);
  const { message, name } = error as Error;
  if (status === 404)
    return new SetupError(
      `there is no bucket ${bucket} at ${endpoint}: make it, or set S3_BUCKET.`,
    );
  if (status === 401 || status === 403) {
    return new SetupError(
      `${endpoint} refuses us the bucket ${bucket}: check S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and their rights (HeadBucket, HeadObject, GetObject, PutObject).`,
    );
  }
  const detail = status === undefined ? message || name : String(status);
  return new SetupError(
    `cannot use the bucket ${bucket} at ${endpoint} (${detail}): check S3_ENDPOINT and S3_REGION.`,
  );
}

/** Files in a bucket. @throws SetupError when the bucket can't be used */
export async function openS3Storage(choice: S3Choice): Promise<MediaStorage> {
  const client = createClient(choice);
  const Bucket = choice.bucket;
  const toKey = (key: string) => FOLDER + key;
  const toRange = (range: ByteRange | undefined) =>
    range && { Range: `bytes=${range.first}-${range.last}` };
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
  } catch (error) {
    throw toSetupError(error, choice);
  }
  return {
    description: `bucket ${Bucket} at ${choice.endpoint ?? `Amazon S3, ${choice.region}`}`,
    put: async (key, bytes, contentType) => {
      await client.send(
        new PutObjectCommand({
          ...{ Bucket, Key: toKey(key), Body: bytes, ContentType: contentType },
          ...{ ContentLength: bytes.length, CacheControl: IMMUTABLE },
        }),
      );
    },
    read: async (key, range) => {
      const answer = await find(
        client.send(new GetObjectCommand({ Bucket, Key: toKey(key), ...toRange(range) })),
      );
      return (
        answer && {
          stream: answer.Body as Readable,
          size: toSize(answer.ContentLength, answer.ContentRange),
        }
      );
    },
    size: async (key) => {
      const answer = await find(client.send(new HeadObjectCommand({ Bucket, Key: toKey(key) })));
      return answer?.ContentLength;
    },
  };
}
