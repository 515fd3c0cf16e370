import type { Part, PartElement } from './part.ts';

/** component/text.html: what `decode` reads. */
const ENTITIES: Record<string, string> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
};

/** Text within a line; line breaks in it are kept, `space` and `selectable` by the style sheet. */
export const text: Part = {
  name: 'text',
  properties: {
    selectable: false,
    userSelect: false,
    space: '',
    decode: false,
    overflow: 'visible',
    maxLines: '',
  },
  values: {
    space: ['nbsp', 'ensp', 'emsp'],
    overflow: ['visible', 'clip', 'fade', 'ellipsis'],
  },
  changed(part, name, value) {
    const { dom, properties } = part;
    if (name === 'selectable' || name === 'userSelect') {
      dom.classList.toggle(
        'is-selectable',
        Boolean(properties.selectable || properties.userSelect),
      );
    }
    if (name === 'space') setData(dom, 'space', value);
    if (name === 'overflow') setData(dom, 'overflow', value === 'visible' ? '' : value);
    if (name === 'maxLines') {
      setData(dom, 'maxLines', value);
      dom.style.setProperty('-webkit-line-clamp', String(value ?? ''));
    }
    if (name === 'decode' && value) decodeFromNowOn(part);
  },
  detached({ state }) {
    (state.watcher as MutationObserver | undefined)?.disconnect();
  },
};

function setData({ dataset }: HTMLElement, name: string, value: unknown): void {
  if (value) dataset[name] = String(value);
  else delete dataset[name];
}

/** The framework writes the text as it stands in data; it is read whenever it has changed. */
function decodeFromNowOn({ dom, state }: PartElement): void {
  if (state.watcher) return;
  const watcher = new MutationObserver(() => decode(dom));
  watcher.observe(dom, { childList: true, characterData: true, subtree: true });
  state.watcher = watcher;
  decode(dom);
}

function decode(dom: HTMLElement): void {
  for (const node of dom.childNodes) {
    if (!(node instanceof Text)) continue;
    const decoded = node.data.replace(/&[a-z]+;/g, (entity) => ENTITIES[entity] ?? entity);
    if (decoded !== node.data) node.data = decoded;
  }
}
