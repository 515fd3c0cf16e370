import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { S3Choice } from '../../cloud/media/storage-settings.ts';

export interface S3Server {
  choice: S3Choice;
  stop: () => Promise<void>;
}

/** An S3-compatible server of its own, with one bucket. */
export async function startS3Server(): Promise<S3Server> {
  const folder = join(tmpdir(), `s3-${randomUUID()}`);
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory: folder },
    configureBuckets: [{ name: 'media-test', configs: [] }],
  });
  const { port } = await server.run();
  return {
    choice: {
      ...{ kind: 's3', endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1' },
      // What s3rver lets in.
      ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
      ...{ bucket: 'media-test', forcePathStyle: true },
    },
    stop: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
