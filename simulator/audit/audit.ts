import type { LaunchSettings, Theme } from '../kit/driver.ts';
import { pagePathsOf } from '../page-paths.ts';
import { currentProgram } from '../program-cache.ts';
import { applyKnown, checkWalk } from './check-walk.ts';
import { judge, type Row } from './judge.ts';
import type { Known, Stop } from './stop.ts';
import type { Visit } from './visit.ts';
import { walkStop } from './walk-stop.ts';

const THEMES: Theme[] = ['light', 'dark'];

export type AuditOptions = {
  /** What may fail, and how far. */
  known?: readonly Known[];
  /** Told after each stop, with the seconds that it took in both appearances. */
  onStop?: (stop: Stop, seconds: number) => void;
};

/**
 * Walks every stop in Chromium, in light and in dark, and holds what it sees against WeChat's rules: a row for each
 * rule and page, for each rule broken on the way, and for each page that the walk leaves out.
 */
export async function audit(
  stops: readonly Stop[],
  launch: LaunchSettings,
  { known = [], onStop = () => {} }: AuditOptions = {},
): Promise<Row[]> {
  const pages = pagePathsOf(currentProgram(launch.distDir).app);
  const faults = checkWalk(stops, pages);
  const visits: Visit[] = [];
  for (const stop of stops.filter(({ page }) => pages.includes(page))) {
    const start = performance.now();
    visits.push(...(await Promise.all(THEMES.map((theme) => walkStop(stop, launch, theme)))));
    onStop(stop, (performance.now() - start) / 1000);
  }
  return applyKnown([...faults, ...judge(visits, pages)], known);
}
