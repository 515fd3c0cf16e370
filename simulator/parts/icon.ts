import type { Part, PartElement } from './part.ts';

const CIRCLE = 'M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21z';
const TICK = 'M5 12.5l4.5 4.5L19 7.5';
const CROSS = 'M8 8l8 8M16 8l-8 8';

type Drawing = { color: string; filled: boolean; lines: string };

/** component/icon.html, `type`; `filled` stands on a full circle, the others are lines alone. */
const DRAWINGS: Record<string, Drawing> = {
  success: { color: '#07c160', filled: true, lines: 'M7.5 12.5l3 3L16.5 9' },
  success_no_circle: { color: '#07c160', filled: false, lines: TICK },
  info: { color: '#10aeff', filled: true, lines: 'M12 11v6M12 7v1' },
  warn: { color: '#fa5151', filled: true, lines: 'M12 6.5v7M12 16v1' },
  waiting: { color: '#10aeff', filled: true, lines: 'M12 6.5V12l3.5 3.5' },
  cancel: { color: '#fa5151', filled: false, lines: `${CIRCLE}${CROSS}` },
  download: { color: '#07c160', filled: false, lines: `${CIRCLE}M12 6.5v9M8.5 12L12 15.5l3.5-3.5` },
  search: {
    color: '#b2b2b2',
    filled: false,
    lines: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM15.5 15.5L21 21',
  },
  clear: { color: '#b2b2b2', filled: true, lines: CROSS },
};

/** One of WeChat's signs. */
export const icon: Part = {
  name: 'icon',
  hasContent: false,
  properties: { type: '', size: 23, color: '' },
  changed: draw,
};

function draw({ dom, properties }: PartElement): void {
  const drawing = DRAWINGS[String(properties.type)];
  if (!drawing) {
    dom.replaceChildren();
    return;
  }
  const color = String(properties.color || drawing.color);
  const size = /^\d+$/.test(String(properties.size)) ? `${String(properties.size)}px` : '23px';
  const svg = shape('svg', { viewBox: '0 0 24 24', width: size, height: size });
  if (drawing.filled) svg.append(shape('path', { d: CIRCLE, fill: color }));
  const stroke = drawing.filled ? '#fff' : color;
  svg.append(shape('path', { d: drawing.lines, fill: 'none', stroke, 'stroke-width': '1.8' }));
  dom.replaceChildren(svg);
}

function shape(name: string, attributes: Record<string, string>): SVGElement {
  const created = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  return created;
}
