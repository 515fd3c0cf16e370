const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * Keys that stand twice in one object, as their ways through the text (`notice`, `fields`, `thing1`): JSON.parse keeps
 * the last one without a word.
 *
 * @param json a text that JSON.parse has taken
 */
export function findRepeatedKeys(json: string): string[][] {
  const tokens = json.match(TOKEN) ?? [];
  const repeated: string[][] = [];
  const open: { keys: Set<string>; key: string | undefined }[] = [];
  for (const [index, token] of tokens.entries()) {
    const top = open.at(-1);
    if (token === '{' || token === '[') open.push({ keys: new Set(), key: undefined });
    else if (token === '}' || token === ']') open.pop();
    else if (top !== undefined && tokens[index + 1] === ':') {
      const key = String(JSON.parse(token));
      top.key = key;
      if (top.keys.has(key)) repeated.push(open.flatMap((each) => each.key ?? []));
      top.keys.add(key);
    }
  }
  return repeated;
}
