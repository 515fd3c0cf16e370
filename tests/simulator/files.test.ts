import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type AnsweringServer, startAnsweringServer } from '../support/answering-server.ts';
import { launchers } from '../support/driver-launchers.ts';
import { OutsideProgram } from '../support/outside-program.ts';
import { programDir } from '../support/simulator-programs.ts';

let server: AnsweringServer;
beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.stop());

const MISSING = 'no such file or directory http://usr';

describe.each(launchers)('files in $name', ({ launch }) => {
  let program: OutsideProgram;
  beforeEach(async () => {
    const hosts = { 'https://api.test': server.origin };
    program = new OutsideProgram(await launch({ distDir: programDir('outside'), hosts }));
  });
  afterEach(() => program.driver.close());

  it('are downloaded to a path whose ending says what they are', async () => {
    const temporary = (ending: RegExp) => expect.stringMatching(ending);
    expect(await program.run('按类型下载')).toEqual([
      temporary(/^http:\/\/tmp\/\d+\.pdf$/),
      null,
      200,
    ]);
    expect(await program.run('按地址下载')).toEqual([temporary(/\/\d+\.xlsx$/), null, 200]);
    expect(await program.run('无名下载')).toEqual([temporary(/\/\d+$/), null, 404]);
    expect(await program.run('下到')).toEqual([null, 'http://usr/down.txt', 200]);
    expect(await program.run('下到没有的')).toBe(`downloadFile:fail ${MISSING}/none/a.txt`);
    expect(await program.run('听进度')).toEqual([100, 3]);
    expect(await program.driver.errors()).toEqual([]);
  });

  it('are opened where WeChat knows their kind', async () => {
    const ok = { answer: 'openDocument:ok', rules: [] };
    expect(await program.held('开PDF')).toEqual(ok);
    expect(await program.held('指明类型')).toEqual(ok);
    expect(await program.held('没有类型')).toEqual({
      answer: 'openDocument:fail filetype not supported',
      rules: ['document.kind'],
    });
    expect(await program.held('没有文件')).toEqual({
      answer: "openDocument:fail file doesn't exist: http://usr/none.pdf",
      rules: [],
    });
    const opened = (await program.driver.effects('document')).map(({ detail }) => detail);
    const path = expect.stringMatching(/^http:\/\/tmp\//);
    expect(opened).toEqual([
      { path, kind: 'pdf', bytes: 2, showMenu: true },
      { path, kind: 'docx', bytes: 2, showMenu: false },
    ]);
  });

  it('are written, read, copied and removed', async () => {
    expect(await program.run('写读')).toEqual(['好𠮷a', 8, 'AQID', 'a', [1, 2, 3], 8]);
    expect(await program.run('异步写')).toBe('{"名":"好"}');
    expect(await program.run('写后改')).toEqual([1, 2]);
    expect(await program.run('夹子')).toEqual([
      ['w', 'y'],
      true,
      ['rmdirSync:fail directory not empty', 1300066],
      [`accessSync:fail ${MISSING}/x/y`, 1300002],
    ]);
    expect(await program.run('存临时')).toEqual([4, true, 1300002, 1300002]);
    expect(await program.run('清文件')).toEqual([]);
    expect(await program.driver.errors()).toEqual([]);
  });

  it('are refused with the codes of WeChat', async () => {
    expect(await program.run('文件错')).toEqual([
      [`readFileSync:fail ${MISSING}/none`, 1300002],
      [`writeFileSync:fail ${MISSING}/none/a`, 1300002],
      ['writeFileSync:fail permission denied, cannot access file path', 1301000],
      [`mkdirSync:fail ${MISSING}/a/b`, 1300002],
      ['readFileSync:fail illegal operation on a directory', 1301003],
      ['writeFileSync:fail base64 encode error', 1300203],
    ]);
    expect(await program.run('异步读')).toEqual([`readFile:fail ${MISSING}/none`, 1300002]);
    expect(await program.driver.errors()).toEqual([]);
  });

  it('have 200 MB in all', async () => {
    expect(await program.held('写满')).toEqual({ answer: 'ok', rules: [] });
    expect(await program.held('再写一字')).toEqual({
      answer: [
        'writeFileSync:fail the maximum size of the file storage limit is exceeded',
        1300202,
      ],
      rules: ['files.total'],
    });
  });

  it('are shown by an image', async () => {
    expect(await program.held('看图')).toEqual({ answer: 'load', rules: [] });
    expect(await program.held('看没有的图')).toEqual({ answer: 'error', rules: [] });
  });

  it.each([
    ['追加', 'wx.FileSystemManager.appendFileSync is not modelled by the simulator'],
    [
      '读包',
      'readFileSync:fail wx.FileSystemManager.readFile of /index.js is not modelled by the simulator',
    ],
  ])('say by name what is not modelled: %s', async (action, answer) => {
    expect(await program.held(action)).toEqual({ answer, rules: ['call.unknown'] });
  });
});
