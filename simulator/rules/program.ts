import type { Rule } from './rule.ts';

const ROUTE = 'framework/app-service/route.html';
const WXML = 'reference/wxml/template.html';
const COMPONENT = 'framework/custom-component/';

/** What a program is made of; these stand in WeChat's documents of the framework itself. */
export const PROGRAM_RULES = {
  'stack.depth': {
    line: 'program',
    sentence: 'At most ten pages stand above each other',
    source: ROUTE,
    when: 'run',
    where: 'simulator/host/pages/page-stack.ts',
    level: 'error',
  },
  'page.unknown': {
    line: 'program',
    sentence: 'A way leads to a page of app.json, by the function that fits it',
    source: ROUTE,
    when: 'run',
    where: 'simulator/host/pages/page-stack.ts',
    level: 'error',
  },
  'template.missing': {
    line: 'program',
    sentence: 'Every template that wxml names is there',
    source: WXML,
    when: 'run',
    where: 'simulator/host/program/template-scope.ts',
    level: 'error',
  },
  'component.missing': {
    line: 'program',
    sentence: 'Every component that usingComponents names is there',
    source: COMPONENT,
    when: 'run',
    where: 'simulator/host/program/component-registry.ts',
    level: 'error',
  },
  'part.unknown': {
    line: 'program',
    sentence: 'Every element is a component of the program or a part that is modelled',
    source: 'component/',
    when: 'run',
    where: 'simulator/host/program/component-registry.ts',
    level: 'error',
  },
  'call.unknown': {
    line: 'program',
    sentence: 'Every function of wx that is called is modelled',
    source: 'api/',
    when: 'run',
    where: 'simulator/wx/not-modelled.ts',
    level: 'error',
  },
  'program.files': {
    line: 'program',
    sentence:
      'Every page of app.json is there with its script, wxml and JSON, and every JSON can be read',
    source: 'framework/structure.html',
    when: 'build',
    where: 'simulator/gate/program-files.ts',
    level: 'error',
  },
  'compiler.wxml': {
    line: 'program',
    sentence: 'WeChat’s own compiler accepts every wxml and wxs, and what they import is there',
    source: WXML,
    when: 'build',
    where: 'simulator/gate/compilers.ts',
    level: 'error',
  },
  'compiler.wxss': {
    line: 'program',
    sentence: 'WeChat’s own compiler accepts every wxss, and no style names a local file',
    source: 'framework/view/wxss.html',
    when: 'build',
    where: 'simulator/gate/compilers.ts',
    level: 'error',
  },
} as const satisfies Record<string, Rule>;
