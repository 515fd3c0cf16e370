import type { Program } from '../../program.ts';
import type { Theme } from '../launch-options.ts';

/** Defaults of WeChat's window configuration, where app.json and the page say nothing. */
const DEFAULTS: Record<string, unknown> = {
  navigationBarBackgroundColor: '#000000',
  navigationBarTextStyle: 'white',
  navigationBarTitleText: '',
  navigationStyle: 'default',
  backgroundColor: '#ffffff',
  backgroundTextStyle: 'dark',
  enablePullDownRefresh: false,
  onReachBottomDistance: 50,
};

/**
 * A page's window settings: its own JSON over app.json's `window` over WeChat's defaults, with
 * every `@name` replaced by what theme.json says for the present appearance.
 */
export function pageSettings(
  program: Program,
  path: string,
  theme: Theme,
): Record<string, unknown> {
  const merged = { ...DEFAULTS, ...program.app.window, ...program.configs[path] };
  return withTheme(merged, program, theme);
}

/** Replaces the `@name` values of one level of a configuration. */
export function withTheme<T extends object>(config: T, program: Program, theme: Theme): T {
  const table = program.theme?.[theme] ?? {};
  const entries = Object.entries(config).map(([key, value]: [string, unknown]) => {
    const named = typeof value === 'string' && value.startsWith('@') ? value.slice(1) : null;
    return [key, named === null ? value : table[named]];
  });
  return Object.fromEntries(entries) as T;
}
