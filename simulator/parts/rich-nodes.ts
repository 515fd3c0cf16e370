/** One node as `rich-text` takes it from data. */
export type RichNode = {
  type?: 'node' | 'text';
  name?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
  text?: string;
};

/** component/rich-text.html, trusted nodes; those with attributes of their own are below. */
const TRUSTED = new Set([
  ...['a', 'abbr', 'address', 'article', 'aside', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'br'],
  ...['caption', 'center', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'div', 'dl', 'dt', 'em'],
  ...['fieldset', 'font', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'i', 'img'],
  ...['ins', 'label', 'legend', 'li', 'mark', 'nav', 'ol', 'p', 'pre', 'q', 'rt', 'ruby', 's'],
  ...['section', 'small', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th'],
  ...['thead', 'tr', 'tt', 'u', 'ul'],
]);

const ATTRIBUTES: Record<string, string[]> = {
  bdo: ['dir'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  img: ['alt', 'src', 'height', 'width'],
  ol: ['start', 'type'],
  table: ['width'],
  td: ['colspan', 'height', 'rowspan', 'width'],
  th: ['colspan', 'height', 'rowspan', 'width'],
  font: ['color', 'face', 'size'],
};

/**
 * What WeChat leaves of nodes: nothing of one that it does not trust; `class` and `style` anywhere.
 * @param nodes as the program gives them; `note` hears of what is no list, or no node in it
 */
export function sanitizeNodes(nodes: unknown, note: (slip: string) => void): RichNode[] {
  if (Array.isArray(nodes)) return nodes.flatMap((node) => sanitizeNode(node, note) ?? []);
  note(`nodes are to be a list, not ${kindOf(nodes)}`);
  return [];
}

function sanitizeNode(node: unknown, note: (slip: string) => void): RichNode | null {
  if (!isNode(node)) {
    note(`a node is to be an object, not ${kindOf(node)}`);
    return null;
  }
  if (node.type === 'text') return node;
  const name = String(node.name ?? '').toLowerCase();
  if (!TRUSTED.has(name)) return null;
  const allowed = new Set(['class', 'style', ...(ATTRIBUTES[name] ?? [])]);
  const attrs = Object.entries(node.attrs ?? {})
    .map(([key, value]) => [key.toLowerCase(), String(value)] as const)
    .filter(([key]) => allowed.has(key));
  const children = sanitizeNodes(node.children ?? [], (slip) => note(`in <${name}>, ${slip}`));
  return { name, attrs: Object.fromEntries(attrs), children };
}

function isNode(value: unknown): value is RichNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}

/** A text of HTML as the nodes that data would name; comments and the like become nothing. */
export function toRichNodes(html: string): RichNode[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map(fromHtml);
}

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
