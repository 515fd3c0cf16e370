import type { Fault, Gate } from './gate.ts';
import type { Build } from './read-build.ts';

export const APPEARANCES = ['light', 'dark'] as const;

/** With darkmode every `@name` of the settings stands in theme.json, for light and for dark. */
export function checkTheme(build: Build): Gate {
  const { app, theme, themeFile: file } = build;
  const uses = findNames(build);
  const faults: Fault[] = [];
  const blame = (where: string, message: string) =>
    faults.push({ rule: 'dark.theme', file: where, message });
  if (!app.darkmode) {
    for (const { name, where } of uses) {
      blame(where, `${where} uses @${name}, which is read only where app.json has darkmode`);
    }
  } else if (theme === null) {
    blame(file, `app.json has darkmode, but ${file} is missing or no JSON`);
  } else {
    for (const appearance of APPEARANCES) {
      for (const { name, where } of uses) {
        if (typeof theme[appearance]?.[name] === 'string') continue;
        blame(file, `${where} uses @${name}, which ${file} lacks for ${appearance}`);
      }
    }
  }
  const names = new Set(uses.map(({ name }) => name)).size;
  const figures = app.darkmode ? `${names} names for light and dark` : 'no darkmode';
  return { name: 'theme', figures, faults };
}

type Use = { name: string; where: string };

/** Every `@name` in the window and the tab bar of app.json and in the pages' own settings. */
function findNames({ app, configs }: Build): Use[] {
  const uses = new Map<string, Use>();
  const look = (where: string, settings: object | undefined) => {
    for (const value of Object.values(settings ?? {})) {
      if (typeof value !== 'string' || !value.startsWith('@')) continue;
      uses.set(`${where} ${value}`, { name: value.slice(1), where });
    }
  };
  look('app.json', app.window);
  look('app.json', app.tabBar);
  for (const item of app.tabBar?.list ?? []) look('app.json', item);
  for (const [path, config] of configs) look(`${path}.json`, config);
  return [...uses.values()];
}
