import { access } from 'node:fs/promises';
import type { FetchMore } from '../join-pages.ts';
import type { RawPage } from '../page.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Input } from '../sources/list-inputs.ts';
import { readLimited } from '../sources/read-limited.ts';
import { readPageFile } from '../sources/read-page-file.ts';

import { type ExpectedPage, parseExpected } from './parse-expected.ts';
import { type PageReport, reportPage, toFailedReport } from './report-page.ts';

type FileInput = Extract<Input, { kind: 'file' }>;

const FURTHER = /\.\d{1,2}(\.html?)$/i;
const PAGE = /\.(?:html?|txt)$/i;

/** True for `NAME.2.html` where `NAME.html` lies beside it. */
async function isFurtherPage(file: string): Promise<boolean> {
  if (!FURTHER.test(file)) return false;
  try {
    await access(file.replace(FURTHER, '$1'));
    return true;
  } catch {
    // No such page: this one stands for itself.
    return false;
  }
}

async function readExpected(input: FileInput): Promise<Result<ExpectedPage | undefined>> {
  const path = input.file.replace(PAGE, '.expected');
  const content = await readLimited(path, input.root);
  if (content.kind === 'missing') return succeed(undefined);
  if (content.kind !== 'read') return fail(content.kind);
  return parseExpected(content.bytes.toString('utf8'));
}

/** Further pages lie beside the page as `NAME.2.html`, …: in the order in which they are asked for. */
function toFetchBeside(input: FileInput, expected: ExpectedPage | undefined): FetchMore {
  let number = 1;
  return async (target) => {
    number += 1;
    const file =
      target.kind === 'local'
        ? target.path
        : input.file.replace(/\.html?$/i, (ending) => `.${number}${ending}`);
    const page = await readPageFile({ ...input, file });
    return page.ok && target.kind === 'web'
      ? succeed(toWeb(page.value, { ...expected, address: target.url }))
      : page;
  };
}

/** The page as if it came from where its expectation says. */
function toWeb(
  page: RawPage,
  from: { address?: string | undefined; charset?: string | undefined },
) {
  if (from.address === undefined) return page;
  return { ...page, base: { kind: 'web', address: from.address }, charset: from.charset } as const;
}

/** A report on one file; undefined for a further page of another. Never asks the network. */
export async function reportFile(input: FileInput): Promise<PageReport | undefined> {
  if (await isFurtherPage(input.file)) return undefined;
  const page = await readPageFile(input);
  const expected = await readExpected(input);
  const { name } = input;
  if (!expected.ok) return toFailedReport(name, `.expected: ${expected.reason}`);
  if (!page.ok) return toFailedReport(name, page.reason);
  return reportPage({
    name,
    page: toWeb(page.value, expected.value ?? {}),
    fetchMore: toFetchBeside(input, expected.value),
    expected: expected.value,
  });
}
