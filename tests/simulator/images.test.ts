import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { programDir } from '../support/simulator-programs.ts';
import { makeTinyProgram } from '../support/tiny-program.ts';

const PAGE = `Page({
  data: { told: '准备好了' },
  done(event) {
    this.setData({ told: event.type });
  },
});`;

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3" />';

/** A page and a component, each with pictures that a path from its own folder names. */
const RELATIVE = {
  'app.json': '{ "pages": ["pages/a/a"], "lazyCodeLoading": "requiredComponents" }',
  'pages/a/a.json': '{ "usingComponents": { "cover": "/parts/cover" } }',
  'pages/a/a.js': `Page({ data: { told: [] }, done({ type, currentTarget: { id } }) {
    this.setData({ told: [...this.data.told, id + ' ' + type].sort() }) } })`,
  'pages/a/a.wxml': `<view wx:for="{{told}}" wx:key="*this">{{item}}</view>
    <image id="above" src="../../img/a.svg" bindload="done" binderror="done" />
    <image id="beside" src="b.svg" bindload="done" binderror="done" />
    <image id="same" src="./b.svg" bindload="done" binderror="done" />
    <cover id="inside" bindload="done" binderror="done">
      <image id="slotted" src="./b.svg" bindload="done" binderror="done" />
    </cover>`,
  'parts/cover.json': '{ "component": true }',
  'parts/cover.js': 'Component({ methods: { done({ type }) { this.triggerEvent(type) } } })',
  'parts/cover.wxml': '<image src="./c.svg" bindload="done" binderror="done" /><slot />',
  'img/a.svg': SVG,
  'pages/a/b.svg': SVG,
  'parts/c.svg': SVG,
};

/** What a WebP picture begins with; no browser can draw the rest. */
const WEBP_HEAD = Buffer.from('RIFF\x04\x00\x00\x00WEBP', 'latin1');

/** Any address answers with a picture; /plain, without an ending, with the head of a WebP one. */
function servePictures(): Server {
  return createServer(({ url }, res) => {
    const isPlain = url?.startsWith('/plain');
    res.writeHead(200, { 'content-type': isPlain ? 'image/webp' : 'image/svg+xml' });
    res.end(isPlain ? WEBP_HEAD : SVG);
  });
}

describe.each(launchers)('pictures in $name', ({ name, launch }) => {
  const dir = mkdtempSync(join(tmpdir(), 'pictures-'));
  let server: Server;
  let driver: Driver | undefined;
  let removeTiny = () => {};

  beforeEach(async () => {
    server = servePictures();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cpSync(programDir('gallery'), dir, { recursive: true });
    writeFileSync(join(dir, 'pages/index/index.js'), PAGE);
  });

  afterEach(async () => {
    await driver?.close();
    removeTiny();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(dir, { recursive: true, force: true });
  });

  const open = async (files: Record<string, string>) => {
    const { distDir, remove } = makeTinyProgram(files);
    removeTiny = remove;
    driver = await launch({ distDir, hosts: {} });
    return driver;
  };

  const show = async (attributes: string) => {
    const image = `<view>{{told}}</view><image ${attributes} bindload="done" binderror="done" />`;
    writeFileSync(join(dir, 'pages/index/index.wxml'), image);
    const real = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const hosts = Object.fromEntries(
      ['https://a.test', 'http://192.168.1.9', 'http://localhost:1', 'http://a.test'].map(
        (origin) => [origin, real],
      ),
    );
    driver = await launch({ distDir: dir, hosts });
    return driver;
  };

  it.each([
    'src="https://a.test/a.png"',
    'src="https://a.test/a.webp" webp',
    'src="https://a.test/a?name=b.webp"',
    'src="http://192.168.1.9/a.png"',
    'src="http://localhost:1/a.png"',
    'src="/pictures/far.png"',
  ])('lets <image %s /> be', async (attributes) => {
    const shown = await show(attributes);
    await shown.waitForText('load');
    expect(await shown.errors()).toEqual([]);
  });

  it('leaves a WebP picture out that is known by its content alone, where that can be read', async () => {
    const shown = await show('src="https://a.test/plain"');
    await shown.waitForText('error');
    const rules = (await shown.errors()).map(({ rule }) => rule);
    expect(rules).toEqual(name === 'jsdom' ? ['image.webp'] : []);
  });

  it('finds a picture from the folder of the page or component that names it', async () => {
    const shown = await open(RELATIVE);
    await shown.waitForText('above load\nbeside load\ninside load\nsame load\nslotted load');
    expect(await shown.errors()).toEqual([]);
  });

  it('names a picture that the package does not hold', async () => {
    const shown = await show('src="/pictures/none.png"');
    await shown.waitForText('error');
    expect((await shown.errors()).map(({ message }) => message)).toEqual([
      'image: there is no picture /pictures/none.png',
    ]);
  });

  it('tells of a broken address that carries its picture without the picture', async () => {
    const shown = await open({
      'page.wxml':
        '<view>{{told}}</view><image src="data:image/png;base64,!AAA" binderror="tell" />',
      'page.js': 'Page({ tell({ detail }) { this.setData({ told: detail.errMsg }) } })',
    });
    await shown.waitForText('image load fail');
    expect(await shown.text()).toBe('image load fail: data:image/png;base64');
    expect(await shown.errors()).toEqual([]);
  });

  it('leaves a WebP picture without the attribute empty, and tells the program', async () => {
    const shown = await show('src="https://a.test/a.webp"');
    await shown.waitForText('error');
    expect((await shown.errors()).map(({ rule }) => rule)).toEqual(['image.webp']);
    expect(await shown.count('wx-image img[src]')).toBe(0);
  });
});
