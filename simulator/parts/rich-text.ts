import type { Part } from './part.ts';

type RichNode = {
  type?: 'node' | 'text';
  name?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
  text?: string;
};

/** Attributes that WeChat lets through, beside `class` and `style`. */
const ATTRIBUTES = new Set([
  'class',
  'style',
  'src',
  'alt',
  'width',
  'height',
  'colspan',
  'rowspan',
]);

/** Markup from data: a list of nodes or a text of HTML; no events inside. */
export const richText: Part = {
  name: 'rich-text',
  hasContent: false,
  properties: { nodes: '', space: '', userSelect: false, mode: 'default' },
  changed({ dom }, name, value) {
    if (name !== 'nodes') return;
    if (Array.isArray(value)) dom.replaceChildren(...(value as RichNode[]).map(toDom));
    else {
      const parsed = new DOMParser().parseFromString(String(value ?? ''), 'text/html');
      dom.replaceChildren(...[...parsed.body.childNodes].map(fromHtml).map(toDom));
    }
  },
};

function toDom(node: RichNode): Node {
  if (node.type === 'text') return document.createTextNode(decodeText(node.text ?? ''));
  const created = document.createElement(safeName(node.name ?? 'div'));
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    if (ATTRIBUTES.has(name)) created.setAttribute(name, value);
  }
  created.append(...(node.children ?? []).map(toDom));
  return created;
}

/** Parsed markup as the nodes that data would name; comments and the like become nothing. */
function fromHtml(node: Node): RichNode {
  if (!(node instanceof Element)) {
    return { type: 'text', text: node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '' };
  }
  return {
    name: node.localName,
    attrs: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
    children: [...node.childNodes].map(fromHtml),
  };
}

function safeName(name: string): string {
  return /^(script|style|iframe|object|embed|link|meta|base|form)$/i.test(name) ? 'div' : name;
}

function decodeText(text: string): string {
  const holder = document.createElement('textarea');
  holder.innerHTML = text;
  return holder.value;
}
