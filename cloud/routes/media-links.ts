import type { Article } from '../../types/article.ts';
import type { Block } from '../../types/block.ts';
import type { Event } from '../../types/event.ts';
import type { FeedEntry } from '../domain/feed-documents.ts';

const MEDIA_PATH = '/media/';

/** Members that hold the address of a picture or document. */
interface Linked {
  url: string;
}
interface WithCover {
  cover?: Linked;
}

/** Puts the address of a CDN or object store before the paths of stored files. */
export interface MediaLinks {
  toCard: <T extends WithCover>(card: T) => T;
  toArticle: (article: Article) => Article;
  toEvent: (event: Event) => Event;
  toEntry: (entry: FeedEntry) => FeedEntry;
}

/** @param baseUrl without a slash at its end; undefined when the endpoint serves the files itself */
export function createMediaLinks(baseUrl: string | undefined): MediaLinks {
  if (baseUrl === undefined) {
    const asItIs = <T>(value: T) => value;
    return { toCard: asItIs, toArticle: asItIs, toEvent: asItIs, toEntry: asItIs };
  }
  const toLink = <T extends Linked>(linked: T): T =>
    linked.url.startsWith(MEDIA_PATH) ? { ...linked, url: baseUrl + linked.url } : linked;
  const toAddress = (url: string) => toLink({ url }).url;
  const toBlock = (block: Block): Block => {
    switch (block.kind) {
      case 'image':
      case 'audio':
      case 'attachment':
        return toLink(block);
      case 'gallery':
        return { ...block, images: block.images.map(toLink) };
      case 'video': {
        const { poster } = block;
        return { ...toLink(block), ...(poster !== undefined && { poster: toAddress(poster) }) };
      }
      default:
        return block;
    }
  };
  const toCard = <T extends WithCover>(card: T): T =>
    card.cover ? { ...card, cover: toLink(card.cover) } : card;
  const toBody = <T extends Pick<Article, 'blocks' | 'attachments'> & WithCover>(body: T): T => ({
    ...toCard(body),
    blocks: body.blocks.map(toBlock),
    attachments: body.attachments.map(toLink),
  });
  return {
    toCard,
    toArticle: (article) => ({ ...toBody(article), events: article.events.map(toCard) }),
    toEntry: (entry) => ({
      ...toBody(entry),
      ...(entry.coverUrl !== undefined && { coverUrl: toLink({ url: entry.coverUrl }).url }),
    }),
    toEvent: (event) => ({
      ...toBody(event),
      ...(event.article && { article: toCard(event.article) }),
    }),
  };
}
