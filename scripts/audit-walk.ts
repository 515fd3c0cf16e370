/** What `npm run audit` walks: every page of app.json, with the sample's content that asks most of it. */
import type { Act, Known, Stop } from '../simulator/audit/stop.ts';

/** Reads a path of the endpoint and returns the parsed body. */
export type Read = <T>(path: string) => Promise<T>;

interface Card {
  id: string;
  title: string;
}

const WITH_TABLE = '“家门口的春风”女性专场招聘会';
const WITH_PICTURES = '二十八年、三代队员';
const LONG = '楼道日记';
const EVENT = '“关爱她”法律咨询日';

const toTheEnd: Act = {
  name: 'scrolled to the end',
  run: (walker) => walker.scrollThrough(),
};

const refresh: Act = {
  name: 'pulled down',
  run: async ({ phone }) => {
    await phone.scrollTo(0);
    await phone.pullDown();
  },
};

/** Opens something from the page, looks at what comes, and comes back. */
function open(text: string, ready: string): Act[] {
  return [
    {
      name: `opened ${text}`,
      run: async ({ phone }) => {
        await phone.tapText(text);
        await phone.waitForText(ready);
      },
    },
    { name: 'came back', run: ({ phone }) => phone.back() },
  ];
}

function tap(text: string): Act {
  return { name: `tapped ${text}`, run: ({ phone }) => phone.tapText(text) };
}

async function findId(read: Read, list: string, title: string): Promise<string> {
  let cursor: string | null = '';
  while (cursor !== null) {
    const path: string =
      cursor === '' ? list : `${list}${list.includes('?') ? '&' : '?'}cursor=${cursor}`;
    const page: { items: Card[]; nextCursor: string | null } = await read(path);
    const found = page.items.find((card) => card.title.includes(title));
    if (found) return encodeURIComponent(found.id);
    cursor = page.nextCursor;
  }
  throw new Error(`The sample has no “${title}” in ${list}.`);
}

/** The stops of the walk; ids are those of the endpoint that `read` asks. */
export async function createWalk(read: Read): Promise<Stop[]> {
  const article = (title: string) => findId(read, '/v1/articles', title);
  const [table, pictures, long] = [
    await article(WITH_TABLE),
    await article(WITH_PICTURES),
    await article(LONG),
  ];
  const event = await findId(read, '/v1/events?when=upcoming', EVENT);
  const page = 'pages/article/index';
  return [
    {
      name: 'home',
      page: 'pages/home/index',
      ready: '通知公告',
      acts: [toTheEnd, refresh, tap('通知公告'), ...open(WITH_TABLE, '文章出处')],
    },
    {
      name: 'events',
      page: 'pages/events/index',
      ready: EVENT,
      acts: [toTheEnd, refresh, ...open(EVENT, '主办')],
    },
    {
      name: 'notices',
      page: 'pages/notices/index',
      ready: '收到的通知',
      acts: [toTheEnd, refresh],
    },
    {
      name: 'mine',
      page: 'pages/mine/index',
      ready: '隐私说明',
      acts: [tap('查看我的数据'), toTheEnd, refresh],
    },
    {
      name: 'article with a table',
      page,
      query: `id=${table}`,
      ready: '文章出处',
      acts: [toTheEnd, refresh],
    },
    {
      name: 'article with pictures',
      page,
      query: `id=${pictures}`,
      ready: '文章出处',
      acts: [toTheEnd],
    },
    {
      name: 'long article',
      page,
      query: `id=${long}`,
      ready: '文章出处',
      acts: [toTheEnd, refresh],
    },
    {
      name: 'event',
      page: 'pages/event/index',
      query: `id=${event}`,
      ready: EVENT,
      acts: [toTheEnd, refresh],
    },
  ];
}

/** What fails today and may, as long as it gets no worse. */
export const KNOWN: Known[] = [];
