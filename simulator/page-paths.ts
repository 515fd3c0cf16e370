import type { AppJson } from './program.ts';

/** All page paths of app.json, those of sub-packages with their root. */
export function pagePathsOf(app: AppJson): string[] {
  const packages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])];
  const inPackages = packages.flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  );
  return [...app.pages, ...inPackages];
}
