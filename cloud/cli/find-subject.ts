import type { Notice } from '../../types/notice.ts';
import { findArticleRecord } from '../store/article-record.ts';
import { findEvent } from '../store/events.ts';
import { findByTitle } from '../store/find-by-title.ts';
import { isPermanentId } from '../store/permanent-id.ts';
import { toStorableText } from '../store/storable.ts';
import type { NoticeContext } from './notice-context.ts';
import { noticeWords } from './notice-words.ts';

type Subject = NonNullable<Notice['subject']>;

/** More can't be told apart by a title: then its words are too few. */
const MOST_SHOWN = 8;

async function findById({ store }: NoticeContext, id: string): Promise<Subject | undefined> {
  if (!isPermanentId(id)) return undefined;
  if (await findArticleRecord(store.db, id)) return { kind: 'article', id };
  return (await findEvent(store, id)) && { kind: 'event', id };
}

/** The article or event that an editor names by its id or by words of its title; undefined when it is none or not one alone, which has been said then. */
export async function findSubject(
  context: NoticeContext,
  named: string,
): Promise<Subject | undefined> {
  const byId = await findById(context, named);
  if (byId) return byId;
  const found = await findByTitle(context.store, toStorableText(named), MOST_SHOWN + 1);
  const [only, ...others] = found;
  if (only && others.length === 0) return only.subject;
  if (only === undefined) context.complain(noticeWords.noSubject(named));
  else
    context.complain(
      noticeWords.severalSubjects(found.slice(0, MOST_SHOWN), found.length > MOST_SHOWN),
    );
  return undefined;
}
