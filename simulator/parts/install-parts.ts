import type { ComponentSpace, GeneralComponent, GeneralComponentDefinition } from 'glass-easel';
import { button } from './button.ts';
import { checkbox, checkboxGroup } from './checkbox.ts';
import { applyCommonProperty, COMMON_PROPERTIES } from './common-properties.ts';
import { form } from './form.ts';
import { icon } from './icon.ts';
import { image } from './image.ts';
import { input } from './input.ts';
import { label } from './label.ts';
import { navigator } from './navigator.ts';
import { pageMeta } from './page-meta.ts';
import type { Part, PartElement } from './part.ts';
import { setPartAt } from './part-at.ts';
import { picker } from './picker.ts';
import { progress } from './progress.ts';
import { radio, radioGroup } from './radio.ts';
import { richText } from './rich-text.ts';
import { scrollView } from './scroll-view.ts';
import { slider } from './slider.ts';
import { swiper, swiperItem } from './swiper.ts';
import { switchPart } from './switch.ts';
import { text } from './text.ts';
import { textarea } from './textarea.ts';
import { video } from './video.ts';
import { view } from './view.ts';
import { webView } from './web-view.ts';

/** Every built-in part that the simulator models. A new part is one file and one name here. */
const PARTS: Part[] = [
  ...[view, text, image, scrollView, swiper, swiperItem, button, navigator, richText, pageMeta],
  ...[input, textarea, form, label, picker, switchPart, checkbox, checkboxGroup, radio, radioGroup],
  ...[slider, progress, icon, webView, video],
];

/** What a template can write of a part: its properties in camelCase, and of some the values; undefined where there is no such part. */
export function describePart(
  name: string,
): Pick<Required<Part>, 'properties' | 'values'> | undefined {
  const part = PARTS.find((one) => one.name === name);
  return part && { properties: toProperties(part), values: part.values ?? {} };
}

/** Defines the built-in parts in a program's space and gives their names (`page` included). */
export function installParts(space: ComponentSpace): string[] {
  for (const part of PARTS) space.setGlobalUsingComponent(part.name, definePart(space, part));
  return ['page', ...PARTS.map(({ name }) => name)];
}

const drawNothing = () => {};
const EMPTY_TEMPLATE = { content: () => () => ({ C: drawNothing, B: {} }) };

function toProperties(part: Part): Record<string, unknown> {
  return { ...COMMON_PROPERTIES, ...part.properties };
}

function definePart(space: ComponentSpace, part: Part): GeneralComponentDefinition {
  const elements = new WeakMap<GeneralComponent, PartElement>();
  const elementOf = (component: GeneralComponent) => {
    const known = elements.get(component);
    if (known) return known;
    const created = toPartElement(part, component);
    elements.set(component, created);
    setPartAt(created.dom, created);
    return created;
  };
  const properties = Object.entries(toProperties(part)).map(([name, value]) => [
    name,
    {
      type: null,
      value,
      observer(this: GeneralComponent, changed: unknown) {
        const element = elementOf(this);
        applyCommonProperty(element.dom, part.focusable?.(element) ?? element.dom, name, changed);
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
        const element = elementOf(component);
        part.created?.(element);
        if (part.tapped) {
          component.addListener('tap', ({ target }) =>
            part.tapped?.(elementOf(component), domOf(target)),
          );
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

/** A component of the program hands over its methods' caller instead of itself. */
function domOf(target: unknown): Element {
  const caller = target as { _$?: GeneralComponent } & GeneralComponent;
  return (caller._$ ?? caller).$$ as unknown as Element;
}

function toPartElement(kind: Part, component: GeneralComponent): PartElement {
  return {
    kind,
    component,
    dom: component.$$ as unknown as HTMLElement,
    get properties() {
      return component.data as Record<string, unknown>;
    },
    trigger: (event, detail, returned) => {
      const handleListenerReturn = (value: unknown) => {
        returned?.(value);
        return value !== false;
      };
      component.triggerEvent(event, detail, { handleListenerReturn });
    },
    set: (property, value) => component.setData({ [property]: value }),
    state: {},
  };
}
