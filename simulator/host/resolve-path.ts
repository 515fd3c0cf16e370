/**
 * A path as a file of the program names it: from the root with a leading slash, else from that file's folder.
 * @param from path of the file that names it; gives a path without leading slash
 */
export function resolvePath(path: string, from: string): string {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
