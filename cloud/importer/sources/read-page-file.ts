import { MAX_BYTES } from '../limits.ts';
import type { RawPage } from '../page.ts';
import { fail, type Result, succeed } from '../result.ts';
import { reasons } from '../words.ts';
import type { Input } from './list-inputs.ts';
import { readLimited } from './read-limited.ts';

/** Reads a page from a file. */
export async function readPageFile(
  input: Extract<Input, { kind: 'file' }>,
): Promise<Result<RawPage>> {
  const { file, root, format } = input;
  const content = await readLimited(file, root);
  switch (content.kind) {
    case 'read':
      return succeed({
        bytes: content.bytes,
        base: { kind: 'local', file, root },
        format,
        charset: undefined,
      });
    case 'large':
      return fail(reasons.tooLarge(MAX_BYTES));
    case 'unreadable':
      return fail(reasons.unreadable(content.detail));
    default:
      return fail(reasons.noSuchFile);
  }
}
