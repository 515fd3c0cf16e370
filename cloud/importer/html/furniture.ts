import { trimText } from '../trim-text.ts';

/**
 * Furniture: what templates put around an article. `always` is furniture wherever it stands on a line of its own,
 * `edge` only above or below all text of the body, since an article may hold such a line too.
 */
export type Furniture = 'always' | 'edge' | 'none';

const COLON = '[\\s\\u3000]*[:：]';
const OPEN = '[\\s\\u3000（(【\\[]*';

const STAFF =
  '(?:责任编辑|文字编辑|图文编辑|网络编辑|网站编辑|本文编辑|编辑|责编|编审|校对|责任校对|审核|审校|初审|复审|终审|一审|二审|三审|责任审核|值班编辑|签发|录入|录入员|录入者|信息录入|排版)';

/** 公众号 articles write 编辑｜李四. */
const STAFF_COLON = '[\\s\\u3000]*[:：｜|丨│]';
const STAFF_FIRST = new RegExp(`^${OPEN}${STAFF}${STAFF_COLON}`, 'u');
const STAFF_LABELS = new RegExp(`${STAFF}${STAFF_COLON}`, 'gu');
/** A person, a name in letters, an office. */
const NAME =
  /^(?:[\p{Script=Han}·]{1,4}|[A-Za-z.]{1,30}|[\p{Script=Han}]{2,16}(?:部|室|科|处|股|站|网|社|中心|妇联|联合会|委|局|办|队|组|院|校))$/u;
const MOST_NAMES = 12;

/** 责任编辑 and names alone: an interview begins its questions with 编辑： too. */
export function isStaff(text: string): boolean {
  if (!STAFF_FIRST.test(text)) return false;
  const names = text
    .replace(STAFF_LABELS, ' ')
    .split(/[\s\u3000、，,;；/|｜丨│()（）【】[\]]+/u)
    .filter((name) => name !== '');
  return names.length <= MOST_NAMES && names.every((name) => NAME.test(name));
}

const ALWAYS: readonly RegExp[] = [
  // 上一篇：没有了
  new RegExp(
    `^${OPEN}(?:上|下|前|后)一?(?:篇|条|则|个)(?:文章|新闻|信息)?(?:${COLON})?[\\s\\u3000]*(?:(?:已经?)?没有了?|无|暂无)?[。！]?[\\s\\u3000]*$`,
    'u',
  ),
  /^(?:您|你)?(?:当前|现在|所在)的?(?:所在)?(?:的)?位置[\s\u3000]*[:：].{0,120}$/u,
  /^(?:分享到|分享至|分享给好友|我要分享|一键分享)[\s\u3000]*[:：].{0,40}$/u,
  /^[【[（(]?字(?:体|号)(?:大小)?[\s\u3000]*[:：].{0,30}$/u,
  /^网站标识码[\s\u3000]*[:：]?[\s\u3000]*[A-Za-z\d]{6,}/u,
  /^.{0,30}(?:ICP|icp)备(?:案号?)?[\s\u3000]*[:：]?\D{0,4}\d{5,}号?[^。]{0,80}$/u,
  /^.{0,20}公网安备[\s\u3000]*\d{6,}[^。]{0,60}$/u,
];

const ANY_ALWAYS = new RegExp(ALWAYS.map(({ source }) => `(?:${source})`).join('|'), 'u');

/** Names another article, as the links to it do: 上一条：… may begin a line of this one, too. */
const NEIGHBOUR = new RegExp(
  `^${OPEN}(?:上|下|前|后)一?(?:篇|条|则|个)(?:文章|新闻|信息)?${COLON}[^。]{0,160}$`,
  'u',
);

const EDGE: readonly RegExp[] = [
  NEIGHBOUR,
  /^分享[\s\u3000]*[:：][\s\u3000]*$/u,
  /^扫(?:一扫|码|描).{0,40}$/u,
  /^(?:微信|手机)?扫(?:一扫|码|描).{0,30}$/u,
  /^(?:版权所有|copyright|©).{0,100}$/iu,
  /^.{0,30}版权所有.{0,60}$/u,
  /^[\p{Script=Han}（）()]{4,30}(?:主办|承办|版权所有)$/u,
  /^(?:技术支持|网站维护|维护单位|建议使用)[\s\u3000]*[:：][^。]{0,120}$/u,
  /^(?:浏览|点击|阅读|访问)(?:量|数|率|次数)?[\s\u3000]*[:：]?[\s\u3000]*\d*[\s\u3000]*次?$/u,
  /^[^。]{0,60}(?:技术支持|网站(?:建设|制作|维护)|制作维护)[\s\u3000]*[:：][^。]{0,100}$/u,
  /^[\p{Script=Han}]{2,20}[\s\u3000]+(?:制作维护|网站维护)(?:[\s\u3000][^。]{0,60})?$/u,
  /^[^。]{0,60}(?:建议使用|推荐使用|最佳浏览)[^。]{0,40}(?:分辨率|浏览器|\d{3,4}\s*[*×xX]\s*\d{3,4})[^。]{0,40}$/u,
  /^[^。]{0,100}all rights reserved[^。]{0,60}$/iu,
  /^(?:您|你)是(?:本站)?(?:的)?第[\s\d]*(?:位|个|名)(?:访客|访问者|来访者|浏览者)[^。]{0,30}$/u,
  /^友情链接[\s\u3000]*[:：]?$/u,
  /^本文(?:已被|共被)?(?:浏览|阅读|点击)[^。]{0,20}$/u,
];

/** No pattern above holds for a line without one of these: most lines need no second look. */
const HINT =
  /编辑|责编|编审|校对|[审复]核|审校|[初复终一二三]审|签发|录入|排版|[上下前后]一?[篇条则个]|位置|分享|字体|字号|标识码|备|扫|版权|©|[cC][oO][pP][yY]|[主承]办|技术支持|维护|[建议推荐]{2}使用|浏览|点击|阅读|访问|网站|[rR][iI][gG][hH][tT][sS]|[您你]是|友情链接/u;

/** A line that consists of these alone is furniture. */
const WORDS = new Set(
  (
    '打印 打印本页 打印此页 打印本文 打印文章 打印页面 我要打印 关闭 关闭窗口 关闭本页 关闭页面 关闭此页 返回 返回顶部 返回首页 返回列表 返回上一页 ' +
    '回到顶部 收藏 收藏本页 加入收藏 设为首页 我要纠错 纠错 推荐 推荐给好友 分享 分享到 分享至 转发 点赞 微信 微博 新浪微博 腾讯微博 ' +
    'qq qq空间 qq好友 朋友圈 微信好友 人人网 豆瓣 更多 复制链接 大 中 小 字体 字体大小 字号 正文字号 放大 缩小 默认 ' +
    'a+ a- a 繁体 简体 无障碍 无障碍浏览 首页 尾页 末页 上一页 下一页 上页 下页 上一篇 下一篇 没有了 返回目录 ' +
    '网站地图 联系我们 关于我们 隐私声明 语音播报 播放 听全文 朗读 扫一扫 扫一扫分享 视力保护色 保护视力色 背景色 顶部 top 目录 全文 收起 展开 展开全文'
  ).split(' '),
);

/** One of these must be among them where the line stands between paragraphs. */
const STRONG =
  /打印(?:本|此|页|文)|关闭(?:窗口|本|页|此)|返回(?:顶部|列表|首页)|分享[到至]|字体大小|我要纠错|上一篇|下一篇|扫一扫|加入收藏/u;

const SEPARATORS = /[\s\u3000\u00a0【】[\]（）()|｜/\\:：、，,·•<>《》«»&;；>_—-]+/u;

const FIRST_WORD = new RegExp(SEPARATORS.source.replace('[', '[^').replace(/\+$/, '{1,40}'), 'u');

const isWord = (part: string) => WORDS.has(part.toLowerCase()) || /^\d{1,8}次?$/u.test(part);

function isOfWords(text: string): boolean {
  // Nearly every line of an article is told by its first word already.
  const first = FIRST_WORD.exec(text)?.[0];
  if (first === undefined || !isWord(first)) return false;
  const parts = text.split(SEPARATORS).filter((part) => part !== '');
  return (
    parts.length > 0 && parts.every(isWord) && parts.some((part) => WORDS.has(part.toLowerCase()))
  );
}

const MAX_FURNITURE = 200;

/** A line of several sentences longer than this is a paragraph: no pattern above reaches so far, but for the way to a page. */
const PARAGRAPH = 110;
const isParagraph = (text: string) =>
  text.length > PARAGRAPH &&
  /。./u.test(text) &&
  !/^(?:您|你|当前|现在|所在|网站标识码|上|下|前|后)/u.test(text);

/**
 * What a line of a page is, by its words alone.
 *
 * @param pieces the line as its elements hold it: links side by side have no gap between them
 */
export function toFurniture(line: string, pieces: readonly string[] = [line]): Furniture {
  if (line.length > 2 * MAX_FURNITURE) return 'none';
  const text = trimText(line.normalize('NFKC'));
  if (text.length > MAX_FURNITURE || isParagraph(text)) return 'none';
  const original = trimText(line);
  const isHinted = HINT.test(original) || (text !== original && HINT.test(text));
  if (isHinted && [original, text].some((one) => isStaff(one) || ANY_ALWAYS.test(one)))
    return 'always';
  if (isOfWords(text) || (pieces.length > 1 && isOfWords(pieces.join(' '))))
    return STRONG.test(text) ? 'always' : 'edge';
  return isHinted && EDGE.some((pattern) => pattern.test(original)) ? 'edge' : 'none';
}

/** True for the line of a link to another article. */
export const isNeighbour = (line: string): boolean => NEIGHBOUR.test(line);

/** Hosts, addresses and telephones: part of a footer that says more of itself below or above, of an announcement elsewhere. */
export const isContact = (line: string): boolean =>
  /^(?:主办|承办|协办|主办单位|承办单位|地址|联系地址|电话|联系电话|传真|邮编|邮政编码|邮箱|电子邮箱|e-?mail)[\s\u3000]*[:：][^。]{0,100}$/iu.test(
    line,
  );

/** What only the footer of a site says. */
export const isFooter = (line: string): boolean =>
  /版权所有|ICP备|网站标识码|公网安备|技术支持|网站维护|制作维护|建议使用|all rights reserved|©/iu.test(
    line,
  );
