import type { RuleId } from '../rules/rule-table.ts';

/**
 * The rules of axe-core that are asked, and the rule of ours that each one speaks for. Rules about documents (lang,
 * title, landmarks, headings' order) are left out: the document is the phone's, a mini-program has none. `image-alt` and
 * `button-name` look at HTML elements, which only rich-text could write; a wx-image or wx-button has a role or is
 * held by find-nameless.ts.
 */
export const AXE_RULES = {
  'color-contrast': 'display.contrast',
  'button-name': 'display.labels',
  'image-alt': 'display.labels',
  'link-name': 'display.labels',
  label: 'display.labels',
  'role-img-alt': 'display.labels',
  'aria-allowed-attr': 'display.labels',
  'aria-command-name': 'display.labels',
  'aria-deprecated-role': 'display.labels',
  'aria-dialog-name': 'display.labels',
  'aria-hidden-focus': 'display.labels',
  'aria-input-field-name': 'display.labels',
  'aria-meter-name': 'display.labels',
  'aria-progressbar-name': 'display.labels',
  'aria-prohibited-attr': 'display.labels',
  'aria-required-attr': 'display.labels',
  'aria-required-children': 'display.labels',
  'aria-required-parent': 'display.labels',
  'aria-roles': 'display.labels',
  'aria-toggle-field-name': 'display.labels',
  'aria-tooltip-name': 'display.labels',
  'aria-treeitem-name': 'display.labels',
  'aria-valid-attr': 'display.labels',
  'aria-valid-attr-value': 'display.labels',
} as const satisfies Record<string, RuleId>;

export type AxeRule = keyof typeof AXE_RULES;
