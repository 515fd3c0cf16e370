/**
 * Writes types/generated/contract-checks.js: what the mini-program checks every answer with. Mini-programs have no
 * `eval` and no `new Function`, so the checks are plain code made here from the TypeBox schemas in types/.
 *
 * `npm run generate` runs it; a test holds the written file against the schemas.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TSchema } from 'typebox';
import { Code } from 'typebox/compile';
import { Account, AccountExport } from '../types/account.ts';
import { Article, FeedPage } from '../types/article.ts';
import { Attachment } from '../types/attachment.ts';
import { Block } from '../types/block.ts';
import { ChannelList } from '../types/channel.ts';
import { Event, EventPage } from '../types/event.ts';
import { EventCard } from '../types/event-card.ts';
import { NoticePage } from '../types/notice.ts';
import { Problem } from '../types/problem.ts';
import { SearchPage, SearchSuggestions } from '../types/search.ts';
import { Session } from '../types/session.ts';
import { SubscriptionList } from '../types/subscription.ts';
import { TopicList } from '../types/topic.ts';

const SCHEMAS = {
  Account,
  AccountExport,
  Article,
  Attachment,
  Block,
  ChannelList,
  Event,
  EventCard,
  EventPage,
  FeedPage,
  NoticePage,
  Problem,
  SearchPage,
  SearchSuggestions,
  Session,
  SubscriptionList,
  TopicList,
};

/** Rules of the endpoint that an older mini-program must not hold against a newer one. */
const ENDPOINT_ONLY = new Set([
  ...['pattern', 'format', 'minimum', 'maximum', 'maxLength', 'additionalProperties'],
]);

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const toJson = (schema: TSchema): Json => JSON.parse(JSON.stringify(schema)) as Json;

/** Lists of an answer whose members the mini-program checks apart. */
const UNCHECKED_LISTS = new Set(['blocks', 'attachments', 'events', 'pinned']);

/** Optional members of a picture: whoever reads them asks what they are, and the checks stay small. */
const UNCHECKED_MEMBERS = new Set(['width', 'height', 'widths', 'placeholder']);

function isEnumeration(members: Json): members is { type: string; const: string | number }[] {
  return (
    Array.isArray(members) &&
    members.every((m) => typeof m === 'object' && m !== null && !Array.isArray(m) && 'const' in m)
  );
}

/**
 * The schema as the client applies it: an enumeration is any value of its type, the blocks, attachments and
 * events of a text are any list (each member is checked on its own, so that a broken one doesn't cost the page), and
 * patterns and limits are left to the endpoint. Members that the schema doesn't name always pass.
 */
function toTolerant(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(toTolerant);
  if (schema === null || typeof schema !== 'object') return schema;
  const members = schema.anyOf;
  if (members !== undefined && isEnumeration(members) && members[0]) {
    return { type: members[0].type };
  }
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([name]) => !ENDPOINT_ONLY.has(name) && !UNCHECKED_MEMBERS.has(name))
      .map(([name, value]) => [
        name,
        UNCHECKED_LISTS.has(name) ? { type: 'array' } : toTolerant(value),
      ]),
  );
}

function toCheck(name: string, schema: TSchema): string {
  const { Code: code, External } = Code(toTolerant(toJson(schema)) as TSchema);
  const body = /^const check_0 = \(\((\w+)\) => ([\s\S]+)\);$/m.exec(code);
  if (!body?.[2] || External.variables.length > 0 || /\b(Hashing|Guard)\./.test(body[2])) {
    throw new Error(`${name} needs more than plain code to be checked; keep the contract simpler.`);
  }
  return `export const is${name} = (${body[1]}) => ${body[2]};\n`;
}

/** The text of types/generated/contract-checks.js. */
export function generateContractChecks(): string {
  const checks = Object.entries(SCHEMAS).map(([name, schema]) => toCheck(name, schema));
  return `// Made by scripts/generate-contract-checks.ts from the schemas in types/. Don't edit: run \`npm run generate\`.\n\n${checks.join('\n')}`;
}

export const CONTRACT_CHECKS_FILE = fileURLToPath(
  new URL('../types/generated/contract-checks.js', import.meta.url),
);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(CONTRACT_CHECKS_FILE, generateContractChecks());
}
