import { toFullDate } from '../../../rules/date-words.ts';
import type { AccountExport } from '../../../types/account.ts';
import type { Notice } from '../../../types/notice.ts';
import type { Subscription } from '../../../types/subscription.ts';
import { CREDIT_WORDS, DELIVERY_WORDS, EXPORT_WORDS, TOPIC_WORDS } from './export-words.ts';

const NUMERALS = ['一', '二', '三', '四', '五'] as const;
const INDENT = '   ';

/** On one line, so that a title of several can't look like another entry. */
const toOneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
const toFact = (label: string, value: string): string => `${label}：${value}`;

/** What a topic is called, as far as the file itself or the program knows. */
function createTopicNames(data: AccountExport): (topicId: string) => string {
  const names = new Map(TOPIC_WORDS);
  for (const { topicId, topicName } of data.notices) names.set(topicId, topicName);
  for (const { topicId, name } of data.subscriptions) names.set(topicId, name);
  return (topicId) => names.get(topicId) || topicId;
}

function toCreditsLeft({ isLongTerm, credits }: Subscription): string {
  if (!isLongTerm) return `还能收 ${credits} 条`;
  return credits > 0 ? EXPORT_WORDS.longTerm : EXPORT_WORDS.longTermOff;
}

function toSubscriptionLines(subscription: Subscription, index: number): string[] {
  const { name, since } = subscription;
  return [
    `${index + 1}. ${toOneLine(name)}`,
    `${INDENT}${toCreditsLeft(subscription)}，${toFullDate(since)} 开始订阅`,
  ];
}

function toNoticeLines(notice: Notice, index: number): string[] {
  const { title, topicName, publishedAt, delivery, note, isRead } = notice;
  const { read, unread } = EXPORT_WORDS;
  const facts = [
    toFact(EXPORT_WORDS.topic, toOneLine(topicName)),
    toFact(EXPORT_WORDS.publishedAt, toFullDate(publishedAt)),
    toFact(EXPORT_WORDS.delivery, DELIVERY_WORDS.get(delivery) ?? delivery),
    ...(note.trim() === '' ? [] : [toFact(EXPORT_WORDS.note, toOneLine(note))]),
    isRead ? read : unread,
  ];
  return [`${index + 1}. ${toOneLine(title)}`, ...facts.map((fact) => `${INDENT}${fact}`)];
}

/** A section with its number in Chinese; says so where there is nothing in it. */
function toSection(index: number, title: string, lines: string[]): string[] {
  const body = lines.length === 0 ? [EXPORT_WORDS.none] : lines;
  return [`${NUMERALS[index]}、${title}`, ...body, ''];
}

/** A section whose title counts its entries. */
function toListSection(index: number, title: string, entries: string[][]): string[] {
  const counted = entries.length === 0 ? title : `${title}（${entries.length}）`;
  return toSection(index, counted, entries.flat());
}

/**
 * A reader's data as text for people, in Chinese, with the times of China. What a newer
 * endpoint calls by a word that this version doesn't know stands there by that word.
 */
export function toExportText(data: AccountExport): string {
  const { account, subscriptions, credits, notices, sessions } = data;
  const topicName = createTopicNames(data);
  const lines = [
    EXPORT_WORDS.title,
    EXPORT_WORDS.program,
    toFact(EXPORT_WORDS.exportedAt, toFullDate(data.exportedAt)),
    EXPORT_WORDS.about,
    '',
    ...toSection(0, EXPORT_WORDS.account, [
      toFact(EXPORT_WORDS.code, account.code),
      toFact(EXPORT_WORDS.since, toFullDate(account.since)),
      toFact(EXPORT_WORDS.lastSeen, toFullDate(account.lastSeen)),
      EXPORT_WORDS.openid,
    ]),
    ...toListSection(1, EXPORT_WORDS.subscriptions, subscriptions.map(toSubscriptionLines)),
    ...toListSection(
      2,
      EXPORT_WORDS.credits,
      credits.map(({ topicId, change, reason, at }) => [
        `${toFullDate(at)}  ${topicName(topicId)}  ${change > 0 ? '+' : ''}${change}  ${CREDIT_WORDS.get(reason) ?? reason}`,
      ]),
    ),
    ...toListSection(3, EXPORT_WORDS.notices, notices.map(toNoticeLines)),
    ...toListSection(
      4,
      EXPORT_WORDS.sessions,
      sessions.map(({ since, expiresAt }) => [
        `${toFullDate(since)}，${EXPORT_WORDS.until} ${toFullDate(expiresAt)}`,
      ]),
    ),
  ];
  return lines.join('\n');
}
