/**
 * Writes docs/wechat.md: what WeChat allows and where this repository holds it, from the table in simulator/rules/.
 * `npm run generate` runs it; a test holds the written file against the table.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DOCUMENTS, type Rule } from '../simulator/rules/rule.ts';
import { RULES, UNHELD } from '../simulator/rules/rule-table.ts';

export const WECHAT_FACTS_FILE = fileURLToPath(new URL('../docs/wechat.md', import.meta.url));

/** Sections in reading order: heading, and how its lines begin in the table. */
const SECTIONS: [heading: string, lines: RegExp][] = [
  ['Subscribe messages', /^subscribe-/],
  ['Sharing', /^sharing-/],
  ['Identity and privacy', /^identity-/],
  ['Display', /^display-/],
  ['Performance', /^performance-/],
  ['Events and documents', /^events-/],
  ['Review', /^review-/],
  ['What a program is made of', /^program$/],
];

const WHEN: Record<Rule['when'], string> = {
  run: 'while the program runs',
  audit: 'by `npm run audit`',
  build: 'over the build',
};

const toLink = (source: string) => (source.startsWith('https:') ? source : DOCUMENTS + source);

function toSection([heading, lines]: [string, RegExp]): string {
  const held = Object.entries(RULES)
    .filter(([, { line }]) => lines.test(line))
    .map(
      ([id, { sentence, source, when, where, level }]) =>
        `- **\`${id}\`** ${sentence}. [Source](${toLink(source)}). Held ${WHEN[when]} (${level}): \`${where}\`.`,
    );
  const unheld = UNHELD.filter(({ line }) => lines.test(line)).map(
    ({ sentence, source, reason }) =>
      `- ${sentence}. [Source](${toLink(source)}). *Not held: ${reason}.*`,
  );
  return [`## ${heading}`, [...held, ...unheld].join('\n')].join('\n\n');
}

/** The text of docs/wechat.md. */
export function writeWechatFacts(): string {
  const head = `# What WeChat allows

<!-- Made by scripts/write-wechat-facts.ts from simulator/rules/. Don't edit: run \`npm run generate\`. -->

The facts that the code leans on, from WeChat's official documents (mini-programs, base library 3.x). A constant that is such
a fact cites its section here. Lines with an id are rules: the simulator names them when a program breaks them, and a tiny program in
\`tests/fixtures/rules/\` proves it. [simulator.md](simulator.md) says what the simulator is.`;
  return `${[head, ...SECTIONS.map(toSection)].join('\n\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(WECHAT_FACTS_FILE, writeWechatFacts());
}
