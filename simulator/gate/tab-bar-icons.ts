import type { Fault, Gate } from './gate.ts';
import { type Build, toPath } from './read-build.ts';
import { APPEARANCES } from './theme.ts';

/** WeChat's limit: reference/configuration/app.html#tabBar. */
const ICON_LIMIT = 40 * 1024;

/** Every icon of the tab bar, in every appearance, is a PNG or JPG of the build of at most 40 KB. */
export function checkTabBarIcons(build: Build): Gate {
  const icons = findIcons(build);
  const faults: Fault[] = [];
  let largest = 0;
  for (const icon of icons) {
    const bytes = build.files.get(icon);
    const blame = (reason: string) =>
      faults.push({ rule: 'tab-bar.icon', file: icon, message: `tab bar icon ${icon} ${reason}` });
    if (!/\.(?:png|jpe?g)$/i.test(icon)) blame('is neither PNG nor JPG');
    if (bytes === undefined) blame('is not there');
    else if (bytes > ICON_LIMIT) blame(`has ${bytes} bytes, more than WeChat's ${ICON_LIMIT}`);
    largest = Math.max(largest, bytes ?? 0);
  }
  const figures = `${icons.length} files, the largest ${(largest / 1024).toFixed(1)} KB (of 40 KB)`;
  return { name: 'tab bar icons', figures, faults };
}

/** Names without an entry in theme.json are the theme's fault, not the icon's. */
function findIcons({ app, theme }: Build): string[] {
  const found = new Set<string>();
  for (const { iconPath, selectedIconPath } of app.tabBar?.list ?? []) {
    for (const named of [iconPath, selectedIconPath]) {
      if (!named) continue;
      const paths = named.startsWith('@')
        ? APPEARANCES.map((appearance) => theme?.[appearance]?.[named.slice(1)])
        : [named];
      for (const path of paths) if (path) found.add(toPath(path));
    }
  }
  return [...found];
}
