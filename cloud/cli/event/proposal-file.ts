import { createHash } from 'node:crypto';
import type { EventProposal } from '../../domain/event-proposals.ts';
import { toStorableText } from '../../store/storable.ts';
import { type EventField, eventWords } from './event-words.ts';

/** An event file as far as the article fills it: `''` is what it does not say. */
export interface ProposalFile {
  key: string;
  title: string;
  status: '';
  /** `2026-12-05 09:30` in China; with `____` for a year that is not written. */
  start: string;
  end: string;
  venue: { name: string; address: '' };
  organiser: string;
  phone: string;
  article: string;
  /** HTML. */
  body: string;
  /** What is left to an editor, a title among it that is the article's. */
  missing: EventField[];
  /** Where it was read, as it stands; the first says so where the title is the article's. */
  lines: string[];
}

/** Stands for a year that nobody has written. */
export const NO_YEAR = '____';

/** The same for the same activity of an article, also when others come before it. */
function toKey(articleId: string, proposal: EventProposal): string {
  const { title, assumesTitle, time, venue = '' } = proposal;
  // The article's title says nothing of it, and may be corrected.
  const name = assumesTitle ? '' : title;
  const print = createHash('sha256').update(JSON.stringify([name, time, venue]));
  return `${articleId}-${print.digest('hex').slice(0, 8)}`;
}

/** @param moment ISO 8601 in China's time; undefined where the words do not say it completely */
function toWrittenTime(moment: string | undefined, assumesYear: boolean): string {
  if (moment === undefined) return '';
  const year = assumesYear ? NO_YEAR : moment.slice(0, 4);
  return `${year}${moment.slice(4, 10)} ${moment.slice(11, 16)}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const toParagraph = (text: string) =>
  `<p>${text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)}</p>`;

function listMissing(
  file: Omit<ProposalFile, 'missing' | 'lines'>,
  assumesTitle: boolean,
): EventField[] {
  const { title, start, end, venue, organiser, phone, body } = file;
  const values: [EventField, string][] = [
    ['title', assumesTitle ? '' : title],
    ['status', ''],
    ['start', start],
    ['end', end],
    ['venue.name', venue.name],
    ['venue.address', venue.address],
    ['organiser', organiser],
    ['phone', phone],
    ['body', body],
  ];
  return values
    .filter(([, value]) => value === '' || value.startsWith(NO_YEAR))
    .map(([name]) => name);
}

/** The event file of an activity that an article seems to announce. Nothing in it is invented: a title of the article is said to be it. */
export function toProposalFile(articleId: string, proposal: EventProposal): ProposalFile {
  const { title, startsAt, endsAt, venue, organiser, phone, registration } = proposal;
  const { assumesTitle, assumesYear } = proposal;
  const file = {
    ...{ key: toKey(articleId, proposal), title, status: '' as const },
    start: toWrittenTime(startsAt, assumesYear),
    end: toWrittenTime(endsAt, assumesYear),
    venue: { name: venue ?? '', address: '' as const },
    ...{ organiser: organiser ?? '', phone: phone ?? '', article: articleId },
    body: registration === undefined ? '' : toParagraph(eventWords.registration(registration)),
  };
  const lines = [...(assumesTitle ? [eventWords.assumedTitle] : []), ...proposal.lines];
  return { ...file, missing: listMissing(file, assumesTitle), lines: lines.map(toStorableText) };
}
