/** An element of desk.html, which must have it. */
export function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`desk.html has no #${id}`);
  return found as T;
}
