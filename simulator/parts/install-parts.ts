import type { ComponentSpace, GeneralComponent, GeneralComponentDefinition } from 'glass-easel';
import { button } from './button.ts';
import { applyCommonProperty, COMMON_PROPERTIES } from './common-properties.ts';
import { image } from './image.ts';
import { input } from './input.ts';
import { navigator } from './navigator.ts';
import { pageMeta } from './page-meta.ts';
import type { Part, PartElement } from './part.ts';
import { richText } from './rich-text.ts';
import { scrollView } from './scroll-view.ts';
import { swiper, swiperItem } from './swiper.ts';
import { text } from './text.ts';
import { view } from './view.ts';
import { webView } from './web-view.ts';

/** Every built-in part that the simulator models. A new part is one file and one name here. */
const PARTS: Part[] = [
  ...[view, text, image, scrollView, swiper, swiperItem, button, navigator, richText, pageMeta],
  input,
  webView,
];

/** Names of the parts that a template can use. */
export function partNames(): string[] {
  return PARTS.map((part) => part.name);
}

/** Defines the built-in parts in a program's space and gives their names (`page` included). */
export function installParts(space: ComponentSpace): string[] {
  for (const part of PARTS) space.setGlobalUsingComponent(part.name, definePart(space, part));
  return ['page', ...partNames()];
}

const drawNothing = () => {};
const EMPTY_TEMPLATE = { content: () => () => ({ C: drawNothing, B: {} }) };

function definePart(space: ComponentSpace, part: Part): GeneralComponentDefinition {
  const elements = new WeakMap<GeneralComponent, PartElement>();
  const elementOf = (component: GeneralComponent) => {
    const known = elements.get(component);
    if (known) return known;
    const created = toPartElement(component);
    elements.set(component, created);
    return created;
  };
  const defaults = { ...COMMON_PROPERTIES, ...part.properties };
  const properties = Object.entries(defaults).map(([name, value]) => [
    name,
    {
      type: null,
      value,
      observer(this: GeneralComponent, changed: unknown) {
        const element = elementOf(this);
        applyCommonProperty(element.dom, name, changed);
        part.changed?.(element, name, changed);
      },
    },
  ]);
  const definition = space.defineComponent({
    is: `wx://${part.name}`,
    properties: Object.fromEntries(properties) as Record<string, never>,
    ...(part.hasContent === false ? { template: EMPTY_TEMPLATE } : {}),
    lifetimes: {
      created() {
        const component = this as unknown as GeneralComponent;
        part.created?.(elementOf(component));
        if (part.tapped) {
          component.addListener('tap', () => part.tapped?.(elementOf(component)));
        }
      },
      attached() {
        part.attached?.(elementOf(this as unknown as GeneralComponent));
      },
      detached() {
        part.detached?.(elementOf(this as unknown as GeneralComponent));
      },
    },
  });
  return definition as unknown as GeneralComponentDefinition;
}

function toPartElement(component: GeneralComponent): PartElement {
  return {
    component,
    dom: component.$$ as unknown as HTMLElement,
    get properties() {
      return component.data as Record<string, unknown>;
    },
    trigger: (event, detail) => component.triggerEvent(event, detail, {}),
    state: {},
  };
}
