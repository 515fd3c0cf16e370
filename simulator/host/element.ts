/** Creates an element of the host itself, with its class and its text. */
export function element(tag: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(tag);
  created.className = className;
  if (text) created.textContent = text;
  return created;
}
