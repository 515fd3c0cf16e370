/** ARIA states and properties that wxml may carry; `aria-role` and `role` both name the role. */
const ARIA = [
  ...['atomic', 'autocomplete', 'busy', 'checked', 'colcount', 'colindex', 'colspan', 'controls'],
  ...['current', 'describedby', 'details', 'disabled', 'dropeffect', 'errormessage', 'expanded'],
  ...['flowto', 'haspopup', 'hidden', 'invalid', 'keyshortcuts', 'label', 'labelledby', 'level'],
  ...['live', 'modal', 'multiline', 'multiselectable', 'orientation', 'owns', 'placeholder'],
  ...['posinset', 'pressed', 'readonly', 'relevant', 'required', 'roledescription', 'rowcount'],
  ...['rowindex', 'rowspan', 'selected', 'setsize', 'sort', 'valuemax', 'valuemin', 'valuenow'],
  ...['valuetext'],
];

const ATTRIBUTES = new Map<string, string>([
  ['role', 'role'],
  ['ariaRole', 'role'],
  ...ARIA.map((name): [string, string] => [
    `aria${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    `aria-${name}`,
  ]),
]);

/** Properties that every built-in part has. */
export const COMMON_PROPERTIES: Record<string, unknown> = {
  hidden: false,
  animation: null,
  ...Object.fromEntries([...ATTRIBUTES.keys()].map((name) => [name, null])),
};

/** `hover-class` and what goes with it, for the parts that have it. */
export const HOVER_PROPERTIES = {
  hoverClass: 'none',
  hoverStopPropagation: false,
  hoverStartTime: 50,
  hoverStayTime: 400,
};

/**
 * Writes a common property to the element. What wxml does not say, the element does not say either:
 * the simulator adds no role and no label. What wxml says of a part with a field of the browser
 * inside stands on that field, `focusable`: it is what assistive technology meets.
 */
export function applyCommonProperty(
  dom: HTMLElement,
  focusable: HTMLElement,
  name: string,
  value: unknown,
): void {
  if (name === 'hidden') {
    dom.toggleAttribute('hidden', Boolean(value));
    return;
  }
  const attribute = ATTRIBUTES.get(name);
  if (!attribute) return;
  if (value === null || value === undefined || value === '') focusable.removeAttribute(attribute);
  else focusable.setAttribute(attribute, String(value));
}
