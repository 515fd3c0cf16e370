import type { GeneralComponent } from 'glass-easel';

/** A built-in part at work: its element in the document and its present properties. */
export type PartElement = {
  readonly dom: HTMLElement;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Triggers an event of the part on its own element alone. */
  trigger(event: string, detail: unknown): void;
  /** Kept by the part between calls. */
  state: Record<string, unknown>;
  readonly component: GeneralComponent;
};

/** How one built-in part of WeChat behaves. */
export type Part = {
  name: string;
  /** The properties that its wxml may carry, in camelCase, with their defaults. */
  properties?: Record<string, unknown>;
  /** False for a part that draws its inside alone. */
  hasContent?: boolean;
  /** Builds the inside, once. */
  created?: (part: PartElement) => void;
  /** In the document. */
  attached?: (part: PartElement) => void;
  detached?: (part: PartElement) => void;
  /** A property has got another value. */
  changed?: (part: PartElement, name: string, value: unknown) => void;
  /** A tap on the part or in it. */
  tapped?: (part: PartElement) => void;
};
