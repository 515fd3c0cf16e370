import type { AssociatedBackend, Root } from 'glass-easel-miniprogram-adapter';
import type { Host } from '../host.ts';
import { type ComponentRegistry, CUSTOM_TAB_BAR } from '../program/component-registry.ts';
import { countFor } from '../program/count-data.ts';

/** Where WeChat looks for the tab bar that a program draws itself. */
const PATH = `${CUSTOM_TAB_BAR}/index`;

/**
 * The tab bar of one tab page where app.json says `"custom": true`: each of these pages has an
 * instance of its own, which `getTabBar` gives. Null elsewhere.
 */
export function createCustomTabBar(
  { options, ledger }: Host,
  registry: ComponentRegistry,
  backend: AssociatedBackend,
  page: string,
): Root | null {
  const { tabBar } = options.program.app;
  if (!tabBar?.custom || !tabBar.list.some(({ pagePath }) => pagePath === page)) return null;
  if (!registry.require(PATH)) {
    ledger.breakRule('component.missing', `app.json has a custom tab bar, but no ${PATH} is there`);
    return null;
  }
  const root = backend.createRoot(CUSTOM_TAB_BAR, registry.space, PATH);
  countFor(root.getComponent(), page);
  return root;
}
