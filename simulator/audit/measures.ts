/** What the audit reads off the page on top, as plain data: the browser measures, Node judges. */
export type PageMeasures = {
  /** Path of the page on top, without leading slash. */
  page: string;
  nodes: NodeMeasures;
  taps: TapArea[];
  lines: LineHeight[];
  images: ShownImage[];
  nameless: Nameless[];
};

/** WXML nodes: the elements that templates name, the page itself left out. */
export type NodeMeasures = {
  count: number;
  /** Levels below the page. */
  depth: number;
  /** The node with the most children, and how many they are. */
  children: { most: number; at: string };
};

/** Something that can be tapped, with the size of what a finger may hit, in px. */
export type TapArea = { at: string; width: number; height: number };

/** Text that runs over several lines; `ratio` is the line height by the size of the letters. */
export type LineHeight = { at: string; ratio: number };

/** A picture that has loaded: its own pixels and the px that it takes on the page. */
export type ShownImage = {
  /** As the document loads it. */
  url: string;
  pixels: { width: number; height: number };
  shown: { width: number; height: number };
};

/** What a screen reader cannot tell: it lacks a name, a role or both. */
export type Nameless = { at: string; lacks: string };

/** One picture that was fetched, by the document's clock in ms. */
export type ImageFetch = { url: string; start: number; end: number };

/** How an answer may be kept, as its server says; null where it says nothing. */
export type ImageCaching = { url: string; cacheControl: string | null };

/** What axe-core found: the rule, and each element that breaks it. */
export type AxeFinding = { rule: string; at: string; says: string };
