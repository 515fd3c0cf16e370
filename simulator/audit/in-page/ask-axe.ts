import { AXE_RULES } from '../axe-rules.ts';
import type { AxeFinding } from '../measures.ts';
import { nameOf, topPage } from './top-page.ts';

type AxeNode = { element?: Element; html: string; failureSummary?: string };
type AxeResult = { id: string; nodes: AxeNode[] };
type Axe = {
  run(context: Element, options: object): Promise<{ violations: AxeResult[] }>;
};

/** The phone's own layers above the page: axe-core would take them for what hides it, and judge no colours. */
const ABOVE = '.phone-overlays, .phone-status, .phone-refresher';

/** Lets axe-core, which the driver has put into the document, look at the page on top alone. */
export async function askAxe(): Promise<AxeFinding[]> {
  const { axe } = globalThis as unknown as { axe: Axe };
  const above = [...document.querySelectorAll<HTMLElement>(ABOVE)];
  for (const { style } of above) style.display = 'none';
  const { violations } = await axe.run(topPage(), {
    runOnly: { type: 'rule', values: Object.keys(AXE_RULES) },
    resultTypes: ['violations'],
    elementRef: true,
    selectors: false,
  });
  for (const { style } of above) style.removeProperty('display');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ element, html, failureSummary = '' }) => ({
      rule: id,
      at: element ? nameOf(element) : html.slice(0, 80),
      says: failureSummary.split('\n').slice(1).join(' ').trim(),
    })),
  );
}
