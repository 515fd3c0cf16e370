import { beforeEach, describe, expect, it, jest } from '@jest/globals';

type Options = {
  filePath?: string;
  path?: string;
  data?: string;
  fileName?: string;
  success: () => void;
  fail: (refusal: object) => void;
};

/** WeChat's files and its way to a chat, as far as they are used here. */
const files = new Map<string, string>();
const sent: [string, string][] = [];
let refusal: object | undefined;

const answer = ({ success, fail }: Options, run: () => void) => {
  if (refusal) return fail(refusal);
  run();
  success();
};
const getFileSystemManager = () => ({
  access: ({ path = '', success, fail }: Options) =>
    files.has(path) ? success() : fail({ errMsg: 'access:fail no such file or directory' }),
  writeFile: (options: Options) =>
    answer(options, () => files.set(options.filePath ?? '', options.data ?? '')),
  unlink: (options: Options) => answer(options, () => files.delete(options.filePath ?? '')),
});
const shareFileMessage = (options: Options) =>
  answer(options, () => sent.push([options.filePath ?? '', options.fileName ?? '']));
const env = { USER_DATA_PATH: 'wxfile://usr' };
jest.unstable_mockModule('@tarojs/taro', () => ({
  default: { getFileSystemManager, shareFileMessage, env },
}));
const { removeUserFile, sendUserFile, writeUserFile } = await import(
  '../../../src/platform/user-file.ts'
);

const PATH = 'wxfile://usr/我.txt';
const FULL = { errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded' };

beforeEach(() => {
  files.clear();
  sent.length = 0;
  refusal = undefined;
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});

describe('a file of the program', () => {
  it('is written into the program’s own folder', async () => {
    expect(await writeUserFile('我.txt', '字')).toBe(true);
    expect([...files]).toEqual([[PATH, '字']]);
  });

  it('is not written where WeChat has no room', async () => {
    refusal = FULL;
    expect(await writeUserFile('我.txt', '字')).toBe(false);
  });

  it('is removed', async () => {
    files.set(PATH, '字');
    expect(await removeUserFile('我.txt')).toBe(true);
    expect(files.size).toBe(0);
  });

  it('is gone where it never was', async () => {
    refusal = { errMsg: 'unlink:fail no such file or directory' };
    expect(await removeUserFile('我.txt')).toBe(true);
  });

  it('is said to be there still where WeChat refused to remove it', async () => {
    files.set(PATH, '字');
    refusal = { errMsg: 'unlink:fail permission denied' };
    expect(await removeUserFile('我.txt')).toBe(false);
  });
});

describe('sending a file to a chat', () => {
  it('asks WeChat before anything else runs: it must be inside the tap', () => {
    void sendUserFile('我.txt');
    expect(sent).toEqual([[PATH, '我.txt']]);
  });

  it.each([
    [undefined, 'sent'],
    [{ errMsg: 'shareFileMessage:fail cancel' }, 'cancelled'],
    [{ errMsg: 'shareFileMessage:fail file not exist' }, 'unavailable'],
    [{}, 'unavailable'],
  ])('answered with %j it is %s', async (refused, outcome) => {
    refusal = refused;
    expect(await sendUserFile('我.txt')).toBe(outcome);
  });
});
