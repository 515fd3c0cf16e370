import type { GeneralComponent } from 'glass-easel';

/** A built-in part at work: its element in the document and its present properties. */
export type PartElement = {
  readonly kind: Part;
  readonly dom: HTMLElement;
  readonly properties: Readonly<Record<string, unknown>>;
  /**
   * Triggers an event of the part on its own element alone; `returned` gets what a handler of the
   * program gives back.
   */
  trigger(event: string, detail: unknown, returned?: (value: unknown) => void): void;
  /** Changes one of its own properties, as a person's hand does. */
  set(property: string, value: unknown): void;
  /** Kept by the part between calls. */
  state: Record<string, unknown>;
  readonly component: GeneralComponent;
};

/** How one built-in part of WeChat behaves. */
export type Part = {
  name: string;
  /** The properties that its wxml may carry, in camelCase, with their defaults. */
  properties?: Record<string, unknown>;
  /** The values of such a property, where they are counted and as far as they are modelled. */
  values?: Readonly<Record<string, readonly string[]>>;
  /** False for a part that draws its inside alone. */
  hasContent?: boolean;
  /** Builds the inside, once. */
  created?: (part: PartElement) => void;
  /** In the document. */
  attached?: (part: PartElement) => void;
  detached?: (part: PartElement) => void;
  /** A property has got another value. */
  changed?: (part: PartElement, name: string, value: unknown) => void;
  /** A tap on the part or in it; `target` is the element that was tapped. */
  tapped?: (part: PartElement, target: Element) => void;
  /** What a tap on its label does. */
  activated?: (part: PartElement) => void;
  /** The element inside that has the keyboard, and so the label and the role that wxml writes. */
  focusable?: (part: PartElement) => HTMLElement;
  /** What a form sends for it and how it is emptied. */
  field?: FormField;
};

type FormField = {
  read: (part: PartElement) => unknown;
  reset: (part: PartElement) => void;
};
