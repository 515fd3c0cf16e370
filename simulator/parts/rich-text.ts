import { toPictureUrl } from './image-address.ts';
import type { Part, PartElement } from './part.ts';
import { partHost } from './part-host.ts';
import { type RichNode, sanitizeNodes, toRichNodes } from './rich-nodes.ts';

/** Markup from data: a list of nodes or a text of HTML; no events inside. */
export const richText: Part = {
  name: 'rich-text',
  hasContent: false,
  properties: { nodes: '', space: '', userSelect: false, mode: 'default' },
  changed(part, name, value) {
    const { dom } = part;
    if (name === 'space') dom.dataset.space = String(value ?? '');
    if (name === 'userSelect') dom.classList.toggle('is-selectable', Boolean(value));
    if (name !== 'nodes') return;
    const nodes = Array.isArray(value) ? value : toRichNodes(String(value ?? ''));
    const trusted = sanitizeNodes(nodes, (slip) => {
      partHost().ledger.addError('error', 'program', `rich-text: ${slip}`);
    });
    dom.replaceChildren(...trusted.map((node) => toDom(part, node)));
  },
};

function toDom(part: PartElement, node: RichNode): Node {
  if (node.type === 'text') return document.createTextNode(decodeText(node.text ?? ''));
  const created = document.createElement(node.name ?? 'div');
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    created.setAttribute(name, name === 'src' && value ? toPictureUrl(part, value) : value);
  }
  created.append(...(node.children ?? []).map((child) => toDom(part, child)));
  return created;
}

function decodeText(text: string): string {
  const holder = document.createElement('textarea');
  holder.innerHTML = text;
  return holder.value;
}
