import type { Rule, Unheld } from './rule.ts';

const ELDER = 'https://developers.weixin.qq.com/miniprogram/design/adapt.html';
const ARIA = 'framework/accessibility/';

export const DISPLAY_RULES = {
  'page-meta.first': {
    line: 'display-1',
    sentence: 'page-meta is the first node of its page',
    source: 'component/page-meta.html',
    when: 'run',
    where: 'simulator/parts/page-meta.ts',
    level: 'error',
  },
  'display.contrast': {
    line: 'display-2',
    sentence: 'Text has a contrast of 4.5:1 or more, large text 3:1',
    source: ELDER,
    when: 'audit',
    where: 'simulator/audit/accessibility.ts',
    level: 'error',
  },
  'display.tap-area': {
    line: 'display-2',
    sentence: 'A target for the finger measures 44 × 44 pt or more, in elder mode 60 × 60',
    source: ELDER,
    when: 'audit',
    where: 'simulator/audit/tap-areas.ts',
    level: 'error',
  },
  'display.line-height': {
    line: 'display-2',
    sentence: 'Body text that runs over several lines has a line height of 1.3 or more',
    source: ELDER,
    when: 'audit',
    where: 'simulator/audit/page-rules.ts',
    level: 'error',
  },
  'display.labels': {
    line: 'display-3',
    sentence:
      'What can be tapped or seen has a name and a role of its own in the built wxml, so that a screen reader can tell it',
    source: ARIA,
    when: 'audit',
    where: 'simulator/audit/accessibility.ts',
    level: 'error',
  },
  'dark.theme': {
    line: 'display-4',
    sentence: 'With darkmode there is a theme.json, and it has every @name for light and dark',
    source: 'framework/ability/darkmode.html',
    when: 'build',
    where: 'simulator/gate/theme.ts',
    level: 'error',
  },
} as const satisfies Record<string, Rule>;

export const DISPLAY_UNHELD: Unheld[] = [
  {
    line: 'display-1',
    sentence: 'root-font-size="system" and fontSizeSetting follow the text size of WeChat',
    source: 'component/page-meta.html',
    reason: 'modelled: the phone’s text size reaches both; nothing a program could break',
  },
  {
    line: 'display-2',
    sentence:
      'Elder mode has body text of 18 pt or more, no inducing buttons and no gestures with three fingers; colour is never the only cue',
    source: ELDER,
    reason: 'sizes are asserted by the elder mode’s own tests; the rest is for a person to judge',
  },
  {
    line: 'display-4',
    sentence:
      'prefers-color-scheme is heard with or without darkmode; wx.onThemeChange tells changes',
    source: 'framework/ability/darkmode.html',
    reason: 'modelled as the phone’s behaviour; nothing a program could break',
  },
  {
    line: 'display-5',
    sentence: 'Nothing plays by itself; what pops up can be closed',
    source: ELDER,
    reason:
      'video, audio and live parts are not modelled: using one fails by its name; closing is for a person to judge',
  },
];
