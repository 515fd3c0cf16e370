import { Component, dataUtils, type Element as FrameworkElement } from 'glass-easel';
import type { OpenPage } from '../host/host.ts';

/** What NodesRef.fields can be asked for, as far as it is modelled. */
export type Fields = {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  /** Names of properties, in camelCase. */
  properties?: string[];
  /** Names of styles, in camelCase or with hyphens. */
  computedStyle?: string[];
};

/** A selected element, or the page's window. */
export type Selected = FrameworkElement | 'viewport';

/** What was asked of one node; places are measured from the page's own corner. */
export function readFields(
  page: OpenPage,
  node: Selected,
  fields: Fields,
): Record<string, unknown> {
  const dom = node === 'viewport' ? page.scroller : (node.$$ as unknown as HTMLElement);
  return {
    ...readNames(node, fields),
    ...(node === 'viewport' ? {} : readProperties(node, fields.properties ?? [])),
    ...readStyles(dom, fields.computedStyle ?? []),
    ...readPlaces(page, dom, fields),
  };
}

function readNames(node: Selected, { id, dataset, mark }: Fields): Record<string, unknown> {
  const names = node === 'viewport' ? { id: '', dataset: {}, collectMarks: () => ({}) } : node;
  return {
    ...(id ? { id: names.id } : {}),
    ...(dataset ? { dataset: { ...names.dataset } } : {}),
    ...(mark ? { mark: names.collectMarks() } : {}),
  };
}

/** Properties of a part or component; a name that it does not have is left out, as in WeChat. */
function readProperties(node: FrameworkElement, names: string[]): Record<string, unknown> {
  const component = Component.isComponent(node) ? node : null;
  const known = names.filter((name) => component && Component.hasProperty(component, name));
  const data = component?.data as Record<string, unknown>;
  return Object.fromEntries(known.map((name) => [name, dataUtils.deepCopy(data[name], true)]));
}

function readStyles(dom: HTMLElement, names: string[]): Record<string, string> {
  const style = getComputedStyle(dom);
  const toHyphens = (name: string) => name.replace(/[A-Z]/g, (char) => `-${char.toLowerCase()}`);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(toHyphens(name))]));
}

function readPlaces(page: OpenPage, dom: HTMLElement, fields: Fields): Record<string, number> {
  const origin = page.frame.getBoundingClientRect();
  const { left, top, right, bottom, width, height } = dom.getBoundingClientRect();
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = dom;
  const rect = {
    left: left - origin.left,
    top: top - origin.top,
    right: right - origin.left,
    bottom: bottom - origin.top,
  };
  return {
    ...(fields.rect ? rect : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset ? { scrollLeft, scrollTop, scrollWidth, scrollHeight } : {}),
  };
}
