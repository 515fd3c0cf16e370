/**
 * A compiled mini-program: everything that the host needs to run one, as plain JSON.
 * Paths carry no leading slash; scripts carry `.js`, all other paths no extension.
 */

export type PageJson = {
  component?: boolean;
  usingComponents?: Record<string, string>;
  [key: string]: unknown;
};

export type TabItem = {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
};

export type TabBarJson = {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: string;
  /** Drawn by the program's own `custom-tab-bar/index`. */
  custom?: boolean;
  list: TabItem[];
};

export type AppJson = {
  pages: string[];
  entryPagePath?: string;
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  window?: Record<string, unknown>;
  tabBar?: TabBarJson;
  darkmode?: boolean;
  usingComponents?: Record<string, string>;
  [key: string]: unknown;
};

/** What theme.json says: one table of `@name` → value for each appearance. */
export type ThemeJson = {
  light?: Record<string, string>;
  dark?: Record<string, string>;
};

/** Something in the build that could not be compiled, or only with a warning. */
export type CompileProblem = {
  file: string;
  /** 1-based; 0 when the compiler names no line. */
  line: number;
  level: 'error' | 'warning';
  message: string;
};

export type Program = {
  app: AppJson;
  theme: ThemeJson | null;
  /** JSON of every page and component, by path. */
  configs: Record<string, PageJson>;
  /** Source of every script, by path with `.js`. */
  scripts: Record<string, string>;
  /** One JavaScript expression; its value is a table of compiled templates by path. */
  templates: string;
  /** CSS by path: `app`, each page, each component. */
  styles: Record<string, string>;
  /** Class prefix of each component whose style is its own, by path. */
  styleScopes: Record<string, string>;
  /**
   * Names of all functions that WeChat's `wx` has, modelled here or not, each with the version of the
   * base library that brought it; an empty text where it was there from the start.
   */
  wxNames: Record<string, string>;
  problems: CompileProblem[];
};
