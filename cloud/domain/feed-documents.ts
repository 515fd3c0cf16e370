import type { Attachment } from '../../types/attachment.ts';
import type { Block } from '../../types/block.ts';
import { escapeMarkup, isWebAddress, type ToAbsolute, toSafeHtml } from './blocks-to-html.ts';
import { toRfc822, toRfc3339 } from './feed-dates.ts';

/** An article as the feeds carry it. */
export interface FeedEntry {
  id: string;
  title: string;
  summary: string;
  source: string;
  /** A moment, or a plain date. */
  publishedAt: string;
  channelName: string;
  originUrl?: string;
  coverUrl?: string;
  blocks: Block[];
  attachments: Attachment[];
}

/** What a feed is about, and where it stands. */
export interface FeedHead {
  /** The channel's name; absent for all. */
  channelName?: string;
  /** The endpoint's public address, without a slash at its end. */
  home: string;
  /** Of this feed, below the endpoint. */
  path: string;
}

const NAME = '江门市妇女网';
const DESCRIPTION = '江门市妇女网的文章';

const toTitle = ({ channelName }: FeedHead) => (channelName ? `${NAME} · ${channelName}` : NAME);

/** Never changes, wherever the endpoint stands: a reader that knows it does not show the article twice. */
const toPermanentId = ({ id }: FeedEntry) => `urn:jiangmen-women:article:${id}`;

const MIME_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  zip: 'application/zip',
  jpg: 'image/jpeg',
  png: 'image/png',
};
const toMimeType = (fileType: string) => MIME_TYPES[fileType] ?? 'application/octet-stream';

const toAbsoluteFrom =
  (home: string): ToAbsolute =>
  (address) =>
    address.startsWith('/') ? home + address : address;

/** The entry with absolute addresses, without those that are none of the web. */
function toAbsoluteEntry(entry: FeedEntry, toAbsolute: ToAbsolute): FeedEntry {
  const { originUrl, coverUrl, attachments, ...rest } = entry;
  const cover = coverUrl === undefined ? '' : toAbsolute(coverUrl);
  return {
    ...rest,
    ...(originUrl !== undefined && isWebAddress(originUrl) && { originUrl }),
    ...(isWebAddress(cover) && { coverUrl: cover }),
    attachments: attachments
      .map((file) => ({ ...file, url: toAbsolute(file.url) }))
      .filter(({ url }) => isWebAddress(url)),
  };
}

/** JSON Feed 1.1 as a value. */
export function toJsonFeed(head: FeedHead, entries: readonly FeedEntry[]) {
  const toAbsolute = toAbsoluteFrom(head.home);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: toTitle(head),
    description: DESCRIPTION,
    feed_url: head.home + head.path,
    language: 'zh-CN',
    items: entries
      .map((one) => toAbsoluteEntry(one, toAbsolute))
      .map((entry) => ({
        id: toPermanentId(entry),
        ...(entry.originUrl !== undefined && { url: entry.originUrl }),
        title: entry.title,
        content_html: toSafeHtml(entry.blocks, toAbsolute),
        summary: entry.summary,
        ...(entry.coverUrl !== undefined && { image: entry.coverUrl }),
        date_published: toRfc3339(entry.publishedAt),
        authors: [{ name: entry.source }],
        tags: [entry.channelName],
        attachments: entry.attachments.map(({ name, url, fileType, size }) => ({
          url,
          mime_type: toMimeType(fileType),
          title: name,
          ...(size !== undefined && { size_in_bytes: size }),
        })),
      })),
  };
}

const toElement = (name: string, text: string) => `<${name}>${escapeMarkup(text)}</${name}>`;

function toItem(one: FeedEntry, toAbsolute: ToAbsolute): string {
  const entry = toAbsoluteEntry(one, toAbsolute);
  const [file] = entry.attachments;
  const lines = [
    toElement('title', entry.title),
    ...(entry.originUrl === undefined ? [] : [toElement('link', entry.originUrl)]),
    `<guid isPermaLink="false">${toPermanentId(entry)}</guid>`,
    toElement('pubDate', toRfc822(entry.publishedAt)),
    toElement('category', entry.channelName),
    toElement('dc:creator', entry.source),
    toElement('description', entry.summary),
    toElement('content:encoded', toSafeHtml(entry.blocks, toAbsolute)),
    // RSS 2.0 has room for one; all of them stand in the JSON Feed.
    ...(file === undefined
      ? []
      : [
          `<enclosure url="${escapeMarkup(file.url)}" length="${file.size ?? 0}" type="${toMimeType(file.fileType)}"/>`,
        ]),
  ];
  return `<item>\n${lines.join('\n')}\n</item>`;
}

/** RSS 2.0. Content is escaped, not wrapped in CDATA: nothing in it can end it. */
export function toRss(head: FeedHead, entries: readonly FeedEntry[]): string {
  const toAbsolute = toAbsoluteFrom(head.home);
  const self = escapeMarkup(head.home + head.path);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    toElement('title', toTitle(head)),
    toElement('link', head.home),
    toElement('description', DESCRIPTION),
    '<language>zh-CN</language>',
    `<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    ...entries.map((entry) => toItem(entry, toAbsolute)),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}
