import type { GeneralComponent } from 'glass-easel';
import type { Part, PartElement } from './part.ts';
import { partAt, partsWithin } from './part-at.ts';

/** component/label.html: the parts that a label can be for. */
const LABELLED = ['button', 'checkbox', 'radio', 'switch', 'input', 'textarea'];

/** Words that belong to a part: a tap on them is a tap on it. */
export const label: Part = {
  name: 'label',
  properties: { for: '' },
  tapped(part, target) {
    const meant = labelled(part);
    if (!meant || meant.dom.contains(target)) return;
    // A part of its own inside the label keeps its taps.
    const own = target.closest(LABELLED.map((name) => `wx-${name}`).join());
    if (own && part.dom.contains(own)) return;
    meant.kind.activated?.(meant);
  },
};

/** The part that `for` names in the same template, else the first one inside. */
function labelled(part: PartElement): PartElement | undefined {
  const id = String(part.properties.for ?? '');
  if (!id) return partsWithin(part.dom, ...LABELLED)[0];
  const found = part.component.ownerShadowRoot?.getElementById(id);
  return found ? partAt((found as GeneralComponent).$$ as unknown as Element) : undefined;
}
