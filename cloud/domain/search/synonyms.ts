/**
 * What else a reader means by a word. Applied to the query, never stored: a change works at once and nothing is indexed
 * again. To add: words that mean the same go into one row of SAME, in any order; where only the one includes the other
 * (两癌 are 宫颈癌 and 乳腺癌, but who asks for one does not want the other), a row of INCLUDES. Words that the dictionary
 * may lack go into `field-words.ts` too.
 */
const SAME: readonly (readonly string[])[] = [
  ['妇联', '妇女联合会'],
  ['妇儿工委', '妇女儿童工作委员会'],
  ['家暴', '家庭暴力'],
  ['家教', '家庭教育'],
  ['劳模', '劳动模范'],
  ['非遗', '非物质文化遗产'],
  ['五一', '劳动节'],
  ['三八妇女节', '三八国际妇女节'],
  ['人大代表', '人民代表大会代表'],
];

const INCLUDES: Readonly<Record<string, readonly string[]>> = {
  三八: ['妇女节'],
  三八节: ['妇女节'],
  三八妇女节: ['妇女节'],
  三八国际妇女节: ['妇女节'],
  国际妇女节: ['妇女节'],
  两癌: ['宫颈癌', '乳腺癌'],
  江门: ['江门市'],
  蓬江: ['蓬江区'],
  江海: ['江海区'],
  新会: ['新会区'],
  台山: ['台山市'],
  开平: ['开平市'],
  鹤山: ['鹤山市'],
  恩平: ['恩平市'],
};

function collect(): Map<string, readonly string[]> {
  const table = new Map<string, string[]>();
  const add = (word: string, others: readonly string[]) =>
    table.set(word, [...new Set([...(table.get(word) ?? []), ...others])]);
  for (const group of SAME) {
    for (const word of group) {
      const others = group.filter((other) => other !== word);
      add(word, others);
    }
  }
  for (const [word, others] of Object.entries(INCLUDES)) add(word, others);
  return table;
}

/** By word: the others that it also stands for. */
export const SYNONYMS: ReadonlyMap<string, readonly string[]> = collect();
