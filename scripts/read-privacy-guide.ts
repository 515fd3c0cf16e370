import { readFileSync } from 'node:fs';

const FILE = new URL('../config/privacy-guide.json', import.meta.url);

/** The wx functions of the mini-program that the account's privacy guide has to declare (docs/operate.md). */
export function readPrivacyGuide(): string[] {
  return JSON.parse(readFileSync(FILE, 'utf8')) as string[];
}
