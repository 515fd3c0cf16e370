import { type TSchema, Type } from 'typebox';
import { Problem } from '../../types/problem.ts';

const PROBLEM = { 'application/problem+json': { schema: Problem } };

/** Every route may answer with these. */
const PROBLEMS = {
  '4xx': { description: '请求有误、没有找到或不支持；原因见 detail', content: PROBLEM },
  '5xx': { description: '服务出错或暂时不可用；原因见 detail', content: PROBLEM },
};

/** To `If-None-Match`, where the client holds the content already. */
const NOT_MODIFIED = Type.Null({ description: '内容没有变化，请使用已有的' });

/** What a route answers when all is well, and how else it may answer. */
export function toAnswers<T extends TSchema>(description: string, schema: T) {
  return { 200: { description, content: { 'application/json': { schema } } }, ...PROBLEMS };
}

/** The same for a read that clients may keep. */
export function toCachedAnswers<T extends TSchema>(description: string, schema: T) {
  return { ...toAnswers(description, schema), 304: NOT_MODIFIED };
}

const BYTES = { '*/*': { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) } };

/** The same for bytes of any kind. */
export function toCachedBytes(description: string) {
  return { 200: { description, content: BYTES }, 304: NOT_MODIFIED, ...PROBLEMS };
}

/** The same for bytes of which a part may be asked for. */
export function toCachedRanges(description: string) {
  const part = { description: '其中一段，见 Content-Range', content: BYTES };
  return { ...toCachedBytes(description), 206: part };
}

/** What a route answers that has nothing to say but that it is done. */
export const NO_CONTENT = { 204: Type.Null({ description: '已完成' }), ...PROBLEMS };
