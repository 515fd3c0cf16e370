import type { Fault, Gate } from './gate.ts';
import type { Build } from './read-build.ts';

const MB = 1024 * 1024;
/** WeChat's limits: framework/subpackages.html. */
const PACKAGE_LIMIT = 2 * MB;
const TOTAL_LIMIT = 30 * MB;

/** The main package, each sub-package and all of them together keep to WeChat's sizes. */
export function checkPackageSizes(build: Build): Gate {
  const packages = toPackages(build);
  const total = packages.reduce((sum, { bytes }) => sum + bytes, 0);
  const faults = [
    ...packages.flatMap((one) => hold(one, PACKAGE_LIMIT)),
    ...hold({ name: 'all packages together', bytes: total, largest: ['app.json', 0] }, TOTAL_LIMIT),
  ];
  const figures = packages.map(({ name, bytes }) => `${name} ${toSize(bytes)}`).join(', ');
  return { name: 'package sizes', figures: `${figures} (of ${toSize(PACKAGE_LIMIT)})`, faults };
}

/** `main package` first: what lies below no sub-package's root. */
function toPackages({ app, files }: Build): Package[] {
  const roots = [...(app.subPackages ?? []), ...(app.subpackages ?? [])]
    .map(({ root }) => `${root.replace(/^\/|\/$/g, '')}/`)
    // The root of one may lie below another's: the longest fits.
    .sort((a, b) => b.length - a.length);
  const main: Package = { name: 'main package', bytes: 0, largest: ['app.json', 0] };
  const subs = new Map<string, Package>(
    roots.map((root) => [root, { name: `sub-package ${root}`, bytes: 0, largest: [root, 0] }]),
  );
  for (const file of files) {
    const root = roots.find((start) => file[0].startsWith(start));
    const holder = (root && subs.get(root)) || main;
    holder.bytes += file[1];
    if (file[1] > holder.largest[1]) holder.largest = file;
  }
  return [main, ...subs.values()];
}

type Package = { name: string; bytes: number; largest: [file: string, bytes: number] };

function hold({ name, bytes, largest: [file] }: Package, limit: number): Fault[] {
  if (bytes <= limit) return [];
  const message = `${name}: ${bytes} bytes, ${bytes - limit} more than WeChat's ${toSize(limit)}; look at ${file} first`;
  return [{ rule: 'package.size', file, message }];
}

function toSize(bytes: number): string {
  return bytes < MB ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / MB).toFixed(1)} MB`;
}
