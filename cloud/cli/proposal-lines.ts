import type { EventProposal } from '../domain/event-proposals.ts';

const words = {
  found: (count: number) => `文中似有 ${count} 场活动，请核对（没有写入）：`,
  assumedTitle: '名称取自文章标题，请核对',
  incomplete: '时间不完整，请补齐',
  assumedYear: '年份按发布时间推定，请核对',
};

function toLine(proposal: EventProposal): string {
  const { title, time, startsAt, endsAt, venue, organiser, phone } = proposal;
  const { assumesTitle, certain, assumesYear } = proposal;
  const moments = startsAt === undefined ? time : `${startsAt} → ${endsAt ?? '？'}（${time}）`;
  const doubts = [
    ...(assumesTitle ? [words.assumedTitle] : []),
    ...(certain ? [] : [words.incomplete]),
    ...(assumesYear ? [words.assumedYear] : []),
  ];
  const facts = [title, moments, venue, organiser, phone, ...doubts];
  return `[活动] ${facts.filter((fact) => fact !== undefined).join(' · ')}`;
}

/** The activities that an article seems to announce, for an editor to look at; no line when there are none. */
export function toProposalLines(proposals: readonly EventProposal[]): string[] {
  return proposals.length === 0 ? [] : [words.found(proposals.length), ...proposals.map(toLine)];
}
