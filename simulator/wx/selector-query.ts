import type { Element as FrameworkElement, GeneralComponent } from 'glass-easel';
import type { Host, OpenPage } from '../host/host.ts';
import { type Fields, readFields, type Selected } from './node-fields.ts';
import { noteNotModelled, toNotModelled } from './not-modelled.ts';

type Found = Record<string, unknown> | null;
type Question = { ask: () => Found | Found[]; answer: ((result: never) => void) | undefined };

const RECT: Fields = { id: true, dataset: true, rect: true, size: true };
const SCROLL: Fields = { id: true, dataset: true, scrollOffset: true };

/** Methods of NodesRef that hand out an object, and the fields of the same names. */
const OBJECTS = ['node', 'context', 'ref'] as const;

type Asked = Fields & { [Name in (typeof OBJECTS)[number]]?: boolean };

/** wx.createSelectorQuery(): sizes and places of elements of a page or of one of its components. */
export class SelectorQuery {
  readonly #host: Host;
  readonly #page: OpenPage | undefined;
  readonly #questions: Question[] = [];
  #within: GeneralComponent | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.#page = host.stack.top();
  }

  in(caller: { _$: GeneralComponent }): this {
    this.#within = caller._$;
    return this;
  }

  select(selector: string) {
    return this.#nodes(() => this.#find(selector)[0] ?? null);
  }

  selectAll(selector: string) {
    return this.#nodes(() => this.#find(selector));
  }

  selectViewport() {
    return this.#nodes(() => 'viewport' as const);
  }

  exec(callback?: (results: unknown[]) => void): this {
    setTimeout(() => {
      const results = this.#questions.map(({ ask, answer }) => {
        const result = ask();
        this.#host.guard('selector query', () => answer?.(result as never));
        return result;
      });
      this.#host.guard('selector query', () => callback?.(results));
    }, 0);
    return this;
  }

  #nodes(find: () => Selected | FrameworkElement[] | null) {
    const page = this.#page;
    const ask = (fields: Fields, answer?: (result: never) => void) => {
      const read = () => {
        const found = find();
        if (!page || !found) return null;
        if (Array.isArray(found)) return found.map((element) => readFields(page, element, fields));
        return readFields(page, found, fields);
      };
      this.#questions.push({ ask: read, answer });
      return this;
    };
    return {
      fields: (fields: Asked, answer?: (result: never) => void) => {
        for (const name of OBJECTS) {
          if (fields[name]) noteNotModelled(this.#host, `createSelectorQuery: fields with ${name}`);
        }
        return ask(fields, answer);
      },
      boundingClientRect: (answer?: (result: never) => void) => ask(RECT, answer),
      scrollOffset: (answer?: (result: never) => void) => ask(SCROLL, answer),
      ...toNotModelled(this.#host, OBJECTS, 'createSelectorQuery: NodesRef.'),
    };
  }

  #find(selector: string): FrameworkElement[] {
    const component = this.#within ?? this.#page?.component();
    return component?.getShadowRoot()?.querySelectorAll(selector) ?? [];
  }
}
