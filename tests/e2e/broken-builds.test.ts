import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import syntaxLevel from '../../config/syntax-level.cjs';
import { checkProgram } from '../../simulator/gate/check-program.ts';
import type { Driver } from '../../simulator/kit/driver.ts';
import type { RuleId } from '../../simulator/rules/rule-table.ts';
import { BrokenBuild } from '../support/broken-build.ts';
import { launchers } from '../support/driver-launchers.ts';
import { DIST_DIR, type SampleEndpoint, startSampleEndpoint } from '../support/sample-endpoint.ts';

/** One way to break the real build, the rule that must be named, and what its message must say. */
type Breakage = {
  name: string;
  break: (build: BrokenBuild) => void;
  rule: RuleId;
  says: string | RegExp;
};

const HOME = 'pages/home/index';
const EVENTS = 'pages/events/index';

/** Puts code in front of a page's registration; `page` is what Taro hands to WeChat's Page(). */
const changePage = (build: BrokenBuild, path: string, code: string) =>
  build.replace(`${path}.js`, /\bPage\((\w+)\)/, `(function(page){${code};Page(page)})($1)`);

/** Told by the files alone, before anything runs. */
const IN_FILES: Breakage[] = [
  {
    name: 'a missing component',
    break: (build) => build.removeFiles('comp.'),
    rule: 'component.missing',
    says: 'uses comp, which is not there',
  },
  {
    name: 'a page without its share configuration',
    break: (build) =>
      build.replace(`${EVENTS}.js`, /enableShare(?:AppMessage|Timeline)([:=])!0/g, 'x$1!0'),
    rule: 'share.offered',
    says: `${EVENTS}.js offers no chat card`,
  },
  {
    name: 'a broken template',
    break: (build) => build.append(`${HOME}.wxml`, '<view>'),
    rule: 'compiler.wxml',
    says: `${HOME}.wxml:2:`,
  },
  {
    name: 'a broken style',
    break: (build) => build.append('common.wxss', '}'),
    rule: 'compiler.wxss',
    says: 'common.wxss(',
  },
  {
    name: 'syntax that old phones cannot read',
    break: (build) => build.append(`${HOME}.js`, ';var newer=wx?.env;'),
    rule: 'language.syntax',
    says: `${HOME}.js does not parse as ECMAScript`,
  },
  {
    name: 'a file of templates that is not there',
    break: (build) => build.removeFiles('common-templates.wxml'),
    rule: 'compiler.wxml',
    says: 'common-templates.wxml is imported but not there',
  },
];

/** Told while the first page runs and is tapped once. */
const IN_A_RUN: Breakage[] = [
  {
    name: 'a missing template of a part',
    break: (build) =>
      build.replace('base.wxml', /<template name="(tmpl_\d+_\d+)">(?=\s*<text )/g, '<template>'),
    rule: 'template.missing',
    says: /base\.wxml: template "tmpl_\d+_\d+" is not there/,
  },
  {
    name: 'a missing template of the compile mode',
    break: (build) =>
      build.replace('common-templates.wxml', /<template name="[^"]+"/g, '<template'),
    rule: 'template.missing',
    says: /template "tmpl_0_f\d+t\d+" is not there/,
  },
  {
    name: 'a missing component',
    break: (build) => build.removeFiles('comp.'),
    rule: 'component.missing',
    says: 'uses comp, which is not there',
  },
  {
    name: 'document in a page script',
    break: (build) => changePage(build, HOME, 'document.title="首页"'),
    rule: 'language.global',
    says: 'document',
  },
  {
    name: 'a subscription after an await',
    break: (build) =>
      changePage(
        build,
        HOME,
        'var eh=page.eh;page.eh=function(e){if(e.type==="tap")Promise.resolve().then(function(){' +
          'wx.requestSubscribeMessage({tmplIds:["notice"],success:function(){},fail:function(){}})});' +
          'return eh.call(this,e)}',
      ),
    rule: 'subscribe.tap',
    says: 'outside a tap handler',
  },
  {
    name: 'a setData of 300 KB',
    break: (build) =>
      changePage(
        build,
        HOME,
        'var show=page.onShow;page.onShow=function(){this.setData({big:"x".repeat(307200)});' +
          'return show&&show.apply(this,arguments)}',
      ),
    rule: 'setdata.size',
    says: /sets big with 30\d KB/,
  },
];

let build: BrokenBuild;
const breakBuild = ({ break: apply }: Breakage) => {
  build = new BrokenBuild(DIST_DIR);
  apply(build);
};
afterEach(() => build.remove());

describe('the gate over the files of a build', () => {
  const check = () =>
    checkProgram(build.distDir, { ecmaVersion: syntaxLevel.ecmaVersion, everyPageShares: true });

  it('finds nothing in the real one', () => {
    build = new BrokenBuild(DIST_DIR);
    expect(check()).toEqual([]);
  });

  it.each(IN_FILES)('names $rule: $name', (breakage) => {
    breakBuild(breakage);
    const faults = check();
    expect([...new Set(faults.map(({ rule }) => rule))]).toEqual([breakage.rule]);
    expect(faults.map(({ message }) => message).join('\n')).toContain(breakage.says);
  });
});

describe.each(launchers)('a broken build in $name', ({ launch }) => {
  let endpoint: SampleEndpoint;
  let phone: Driver | undefined;

  beforeAll(async () => {
    endpoint = await startSampleEndpoint();
  });
  afterAll(() => endpoint.stop());
  afterEach(async () => {
    await phone?.close();
    phone = undefined;
  });

  const open = async (path: string) => {
    const { hosts, now } = endpoint.launchSettings;
    phone = await launch({ distDir: build.distDir, hosts, now, path });
    return phone;
  };

  it.each(IN_A_RUN)('names $rule: $name', async (breakage) => {
    breakBuild(breakage);
    const opened = await open(HOME);
    const named = async () => (await opened.errors()).filter(({ rule }) => rule === breakage.rule);
    // The tap is there for the one that waits for it; a page that could not start has nothing to tap.
    if (breakage.rule === 'subscribe.tap') await opened.tapText('全部');
    await opened.waitFor(`rule ${breakage.rule}`, async () => (await named()).length > 0);
    expect((await named())[0]?.message).toMatch(breakage.says);
  });

  it('a page without its share configuration can be shared by nobody', async () => {
    breakBuild(IN_FILES.find(({ rule }) => rule === 'share.offered') as Breakage);
    const opened = await open(EVENTS);
    await opened.waitForText('活动');
    expect(await opened.share()).toBeNull();
    expect(await opened.shareTimeline()).toBeNull();
  });
});
