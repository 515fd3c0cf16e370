import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { bundleEntry } from '../../simulator/bundle.ts';
import type { ImageHeader } from '../../simulator/host/sharing/image-header.ts';
import { JsdomPhone } from '../../simulator/kit/jsdom-phone.ts';
import { makeTinyProgram, type TinyProgram } from '../support/tiny-program.ts';

const PROGRAM = {
  'page.wxml': `<view bindtap="change">换一张</view><view>{{told}}</view>
    <image src="{{src}}" bindload="done" binderror="done" />`,
  'page.js': `Page({ data: { src: '/a.png', told: '等着' }, change() { this.setData({ src: '/b.png' }) },
    done({ type }) { this.setData({ told: this.data.told + ' ' + this.data.src + ' ' + type }) } })`,
};

const PICTURE: ImageHeader = { type: 'png', width: 4, height: 3 };

let program: TinyProgram;
let phone: JsdomPhone;
/** What comes of the first picture. */
let first: { load: () => void; error: () => void };

/** Only a test that answers by hand can do so in the very turn in which the program takes another picture. */
beforeEach(async () => {
  program = makeTinyProgram(PROGRAM);
  const answer = new Promise<ImageHeader>((resolve, reject) => {
    first = { load: () => resolve(PICTURE), error: () => reject(new Error('gone')) };
  });
  const loadImage = (url: string) => (url.endsWith('/a.png') ? answer : Promise.resolve(PICTURE));
  const nothing = { read: () => null, write: () => {} };
  const settings = { kept: nothing, keptAlone: nothing, openCold: () => {} };
  const bundle = await bundleEntry('./host/browser-entry.ts');
  phone = new JsdomPhone(
    { bundle, distDir: program.distDir, hosts: {}, ...settings },
    { platform: { fetch, hasLayout: false, loadImage, ...settings } },
  );
});

afterEach(() => {
  phone.close();
  program.remove();
});

it.each(['load', 'error'] as const)(
  'leaves out the %s of a picture that has changed',
  async (end) => {
    const { control } = phone;
    await control.waitForText('等着', 1000);
    first[end]();
    control.tap({ text: '换一张' });
    await control.waitForText('load', 1000);
    expect(control.text()).toBe('换一张\n等着 /b.png load');
    expect(control.records().errors).toEqual([]);
  },
);
