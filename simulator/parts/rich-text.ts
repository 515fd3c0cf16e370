import type { Part } from './part.ts';
import { type RichNode, sanitizeNode, toRichNodes } from './rich-nodes.ts';

/** Markup from data: a list of nodes or a text of HTML; no events inside. */
export const richText: Part = {
  name: 'rich-text',
  hasContent: false,
  properties: { nodes: '', space: '', userSelect: false, mode: 'default' },
  changed({ dom }, name, value) {
    if (name === 'space') dom.dataset.space = String(value ?? '');
    if (name === 'userSelect') dom.classList.toggle('is-selectable', Boolean(value));
    if (name !== 'nodes') return;
    const nodes = Array.isArray(value) ? (value as RichNode[]) : toRichNodes(String(value ?? ''));
    dom.replaceChildren(...nodes.map(sanitizeNode).flatMap((node) => toDom(node)));
  },
};

function toDom(node: RichNode | null): Node[] {
  if (!node) return [];
  if (node.type === 'text') return [document.createTextNode(decodeText(node.text ?? ''))];
  const created = document.createElement(node.name ?? 'div');
  for (const [name, value] of Object.entries(node.attrs ?? {})) created.setAttribute(name, value);
  created.append(...(node.children ?? []).flatMap(toDom));
  return [created];
}

function decodeText(text: string): string {
  const holder = document.createElement('textarea');
  holder.innerHTML = text;
  return holder.value;
}
