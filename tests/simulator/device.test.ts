import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ActionProgram, startActions } from '../support/action-program.ts';
import { launchers } from '../support/driver-launchers.ts';

const call = (name: string, options: string) => `wx.${name}({ ${options}, complete: note })`;
const entry = (times: string) => call('addPhoneCalendar', `title: '讲座', ${times}`);
const EXPORT = 'http://usr/data.json';
const write = `wx.getFileSystemManager().writeFileSync('${EXPORT}', '{"名":1}', 'utf8');`;
const ARTICLE = 'https://mp.weixin.qq.com/s/abc';

/** Words to tap, what is called, what it answers, and the rule that it breaks or the effect that it has. */
type Case = [string, string, RegExp, { rule?: string; effect?: [string, Record<string, unknown>] }];

const CASES: Case[] = [
  [
    '拨号',
    call('makePhoneCall', "phoneNumber: '12338'"),
    /:ok$/,
    { effect: ['phone', { phoneNumber: '12338' }] },
  ],
  ['空号', call('makePhoneCall', "phoneNumber: ''"), /fail parameter error/, {}],
  [
    '迟拨',
    `wx.getNetworkType().then(() => ${call('makePhoneCall', "phoneNumber: '1'")})`,
    /TAP gesture/,
    { rule: 'phone.tap' },
  ],
  [
    '地图',
    call('openLocation', "latitude: 22.6, longitude: 113.1, name: '会堂'"),
    /:ok$/,
    { effect: ['map', { latitude: 22.6, longitude: 113.1, name: '会堂' }] },
  ],
  ['极点', call('openLocation', 'latitude: -90, longitude: 180'), /:ok$/, { effect: ['map', {}] }],
  [
    '过北',
    call('openLocation', 'latitude: 113.1, longitude: 22.6'),
    /fail parameter error: invalid latitude/,
    { rule: 'location.numbers' },
  ],
  [
    '没数',
    call('openLocation', 'latitude: NaN, longitude: 22.6'),
    /fail parameter error/,
    { rule: 'location.numbers' },
  ],
  [
    '记事',
    entry("startTime: 1900000000, endTime: '1900003600', alarmOffset: 3600"),
    /:ok$/,
    { effect: ['calendar', { title: '讲座', startTime: 1900000000, endTime: '1900003600' }] },
  ],
  ['只有开始', entry('startTime: 1900000000'), /:ok$/, { effect: ['calendar', {}] }],
  ['没开始', entry("endTime: '1900003600'"), /fail parameter error/, { rule: 'calendar.times' }],
  ['开始是字', entry("startTime: '1900000000'"), /Number instead of/, { rule: 'calendar.times' }],
  ['毫秒', entry('startTime: 1900000000000'), /milliseconds/, { rule: 'calendar.times' }],
  [
    '结束非数',
    entry("startTime: 1900000000, endTime: '明天'"),
    /unix seconds/,
    { rule: 'calendar.times' },
  ],
  [
    '提前非数',
    entry("startTime: 1900000000, alarmOffset: '1'"),
    /alarmOffset/,
    { rule: 'calendar.times' },
  ],
  ['没标题', call('addPhoneCalendar', 'startTime: 1900000000'), /parameter.title/, {}],
  [
    '每周',
    call('addPhoneRepeatCalendar', "title: '课', startTime: 1900000000, repeatInterval: 'week'"),
    /:ok$/,
    { effect: ['calendar', { repeatInterval: 'week' }] },
  ],
  [
    '每刻',
    call('addPhoneRepeatCalendar', "title: '课', startTime: 1900000000, repeatInterval: 'hour'"),
    /repeatInterval/,
    { rule: 'calendar.times' },
  ],
  [
    '存本地',
    call('saveImageToPhotosAlbum', "filePath: 'http://tmp/1.png'"),
    /:ok$/,
    { effect: ['album', { filePath: 'http://tmp/1.png' }] },
  ],
  ['存网址', call('saveImageToPhotosAlbum', "filePath: 'https://a.cn/1.png'"), /fail invalid/, {}],
  [
    '转发图',
    call('showShareImageMenu', "path: '/images/a.png'"),
    /:ok$/,
    { effect: ['share-image', { path: '/images/a.png' }] },
  ],
  [
    '转发网图',
    call('showShareImageMenu', "path: '//a.cn/1.png'"),
    /fail invalid/,
    { rule: 'share-image.local' },
  ],
  [
    '转发文件',
    write + call('shareFileMessage', `filePath: '${EXPORT}'`),
    /:ok$/,
    { effect: ['share-file', { filePath: EXPORT, fileName: 'data.json', bytes: 9 }] },
  ],
  [
    '另起名',
    write + call('shareFileMessage', `filePath: '${EXPORT}', fileName: '我的数据.json'`),
    /:ok$/,
    { effect: ['share-file', { filePath: EXPORT, fileName: '我的数据.json' }] },
  ],
  [
    '迟传',
    `${write} setTimeout(() => ${call('shareFileMessage', `filePath: '${EXPORT}'`)}, 0)`,
    /shareFileMessage:fail can only be invoked by user TAP gesture/,
    {},
  ],
  ['传没有的', call('shareFileMessage', "filePath: 'http://usr/none'"), /fail file doesn't/, {}],
  ['传网址', call('shareFileMessage', "filePath: 'https://a.cn/a.json'"), /fail file doesn't/, {}],
  ['传空', call('shareFileMessage', 'filePath: null'), /parameter.filePath should be String/, {}],
  [
    '名是数',
    call('shareFileMessage', `filePath: '${EXPORT}', fileName: 7`),
    /parameter.fileName should be String/,
    {},
  ],
  [
    '开文章',
    call('openOfficialAccountArticle', `url: '${ARTICLE}'`),
    /:ok$/,
    { effect: ['article', { url: ARTICLE }] },
  ],
  ['开别处', call('openOfficialAccountArticle', "url: 'https://a.cn/'"), /fail invalid url/, {}],
  [
    '迟开文章',
    `setTimeout(() => ${call('openOfficialAccountArticle', `url: '${ARTICLE}'`)}, 0)`,
    /TAP gesture/,
    { rule: 'official-article.tap' },
  ],
  [
    '找客服',
    call(
      'openCustomerServiceChat',
      "corpId: 'c', extInfo: { url: 'https://work.weixin.qq.com/kf' }",
    ),
    /:ok$/,
    { effect: ['service', { corpId: 'c' }] },
  ],
  [
    '轻震',
    call('vibrateShort', "type: 'light'"),
    /:ok$/,
    { effect: ['vibration', { length: 'short', type: 'light' }] },
  ],
];

describe.each(launchers)('what leads out of a program in $name', ({ launch }) => {
  let program: ActionProgram;
  const actions = Object.fromEntries(CASES.map(([word, code]) => [word, code]));
  const account = { privacyGuide: ['addPhoneCalendar', 'saveImageToPhotosAlbum'] };

  beforeAll(async () => {
    const scan = 'wx.scanCode({ complete: note })';
    const look =
      "wx.previewImage({ urls: ['/a.png', '/b.png'], current: '/b.png', complete: note })";
    program = await startActions(launch, { ...actions, 扫码: scan, 看图: look }, { account });
  });
  afterAll(() => program.close());

  it.each(CASES)('%s', async (word, _, errMsg, { rule, effect }) => {
    const { driver } = program;
    const before = [await driver.effects(), await driver.errors()] as const;
    expect(await program.run(word)).toMatchObject({ errMsg: expect.stringMatching(errMsg) });
    const effects = (await driver.effects()).slice(before[0].length);
    const wanted = effect ? [{ kind: effect[0], detail: effect[1] }] : [];
    expect(effects).toMatchObject(wanted);
    const errors = (await driver.errors()).slice(before[1].length);
    expect(errors.map((one) => one.rule)).toEqual(rule ? [rule] : []);
  });

  it('reads what the camera sees, or nothing', async () => {
    expect(await program.run('扫码')).toEqual({ errMsg: 'scanCode:fail cancel' });
    await program.driver.setUser({ scan: '你好' });
    expect(await program.run('扫码')).toMatchObject({
      result: '你好',
      rawData: Buffer.from('你好').toString('base64'),
    });
  });

  it('shows pictures large', async () => {
    expect(await program.run('看图')).toEqual({ errMsg: 'previewImage:ok' });
    const [effect] = await program.driver.effects('images');
    expect(effect?.detail).toEqual({ urls: ['/a.png', '/b.png'], current: 1 });
    await program.driver.tap('.phone-images');
  });
});
