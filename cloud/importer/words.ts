/** Everything that the importer says to an editor, once. */

const toMegabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`;

/** Why a page was not imported. */
export const reasons = {
  noSuchFile: '找不到这个文件或文件夹，请检查路径。',
  unreadable: (detail: string) => `读不了（${detail}），请检查权限。`,
  fileType: '不是 .txt、.html、.htm 或 .docx，无法导入。',
  tooLarge: (limit: number) => `超过 ${toMegabytes(limit)}，无法导入。`,
  empty: '里面没有文字。',
  badAddress: '不是有效的网址。',
  protocol: (protocol: string) => `只能从 http 或 https 网址导入，不支持 ${protocol}`,
  credentials: '网址里不能带用户名和密码。',
  privateHost: (host: string) =>
    `这个网址在内部网络（${toExcerpt(host)}），不能打开；确实需要时，把它写进设置 IMPORT_ALLOW_HOSTS。`,
  oddHost: (host: string) =>
    `网址里的主机写法不寻常，请直接写成 ${toExcerpt(host.replace(/\.(?=:|$)/, ''))}。`,
  port: (port: number) => `网址的端口 ${port} 不是网站用的端口。`,
  encoding: (encoding: string) => `网站用了不认识的压缩方式（${toExcerpt(encoding)}）。`,
  stopped: '已停止。',
  robotsAway: (reason: string) => `读不到网站的 robots.txt，暂不抓取：${reason}`,
  robotsForbids: '网站的 robots.txt 不允许抓取这个网址。',
  siteAway: '网站连续几次没有正常回答，过一会儿再接着抓取。',
  notSaved: (detail: string) => `没有保存（${detail}）。`,
  otherSite: '跳转到了另一个网站，没有导入。',
  status: (status: number) => `网站回答 ${status}，请在浏览器里打开这个网址看看。`,
  contentType: (type: string) => `网址给出的不是网页（${type}），无法导入。`,
  redirects: (limit: number) => `网址跳转超过 ${limit} 次，请填写最后的网址。`,
  redirectLoop: '网站的跳转绕回了原处，请在浏览器里打开这个网址看看。',
  redirectDowngrade: (address: string) =>
    `网站从 https 跳到了不加密的地址，没有跟随；可以直接填写：${toExcerpt(address)}`,
  redirectWithoutTarget: '网站要求跳转，但没有说跳到哪里。',
  timeout: (ms: number) => `等了 ${Math.round(ms / 1000)} 秒网站没有答完，请稍后再试。`,
  network: (detail: string) => `连不上网站（${detail}），请检查网址和网络。`,
  tooManyElements: (limit: number) => `网页里的标签超过 ${limit} 个，已拒绝。`,
  tooDeep: (limit: number) => `网页标签嵌套超过 ${limit} 层，已拒绝。`,
  tooManyAttributes: (limit: number) => `网页里一个标签的属性超过 ${limit} 个，已拒绝。`,
  exhaustsMemory: (megabytes: number) => `读这个网页要用的内存超过 ${megabytes} MB，已拒绝。`,
  exhaustsTime: (ms: number) => `读这个网页超过 ${Math.round(ms / 1000)} 秒，已拒绝。`,
  readerClosed: '程序正在结束，没有读这个网页。',
  noTitle: '找不到标题，可以用 --title 指定。',
  noDate: '找不到「发布时间」，可以用 --date 指定。',
  badDate: (text: string) => `「发布时间」不是有效的日期：${toExcerpt(text)}`,
  docxBroken: (detail: string) =>
    `不是有效的 Word 文件（${detail}），请用 Word 或 WPS 另存为 .docx。`,
  docxLocked: '是加了密码的文件或旧版 Word 文件，请另存为没有密码的 .docx。',
  docxMacros: '含有宏，已拒绝；请另存为不含宏的 .docx。',
  docxBomb: '解压后过大，已拒绝。',
  noArticles: '列表里没有找到文章：没有旁边写着日期的链接，也没有像文章的网址',
  noBody: '找不到正文。',
  noMorePages: '只读了第一页',
  furtherPage: (first: string) => `这不是文章的第一页，没有导入；请导入第一页：${first}`,
  saysNotFound: '网站说没有这一页',
  partial: (pages: readonly string[]) =>
    `文章有 ${pages.length} 页没有取到（${pages.map(toExcerpt).join('、')}），已有的文章没有改动。`,
};

/** What an editor should look at although the page was imported. */
export const warnings = {
  noSource: (site: string) => `没有「文章出处」，已用网站名称「${site}」代替。`,
  noSite: (site: string) => `没有找到网站名称，已用「${site}」；可以用 --site 指定。`,
  farAhead: (date: string) => `「发布时间」在两天以后（${date}），请检查。`,
  badCharacters: (count: number) => `有 ${count} 个字无法识别，已用「�」代替，请检查原文的编码。`,
  unknownTag: (tag: string, count: number) => `不认识的标签 <${tag}> ${count} 处，文字已保留。`,
  droppedTag: (tag: string, count: number) => `正文里的 <${tag}> ${count} 处没有导入。`,
  linkDropped: (target: string) => `链接无法在小程序里打开，只保留了文字：${toExcerpt(target)}`,
  programLink: (text: string) =>
    `句子里通往其他小程序的链接打不开，只保留了文字：${toExcerpt(text)}`,
  imageDropped: (target: string) => `图片的地址无法使用，没有导入：${toExcerpt(target)}`,
  docxPart: (what: string, count: number) => `文档里的${what} ${count} 处没有导入。`,
  attachmentText: (text: string) => `「相关附件」后面的文字没有导入：${toExcerpt(text)}`,
  /** For readers, in place of it. */
  lostFile: (name: string) => `附件：${name}`,
  attachmentDropped: (name: string) => `附件的地址无法使用，没有导入：${toExcerpt(name)}`,
  pageMissing: (page: string, reason: string) =>
    `文章的另一页没有导入：${toExcerpt(page)}（${reason}）`,
  pageOfAnother: (page: string) => `「下一页」是另一篇文章，没有导入：${toExcerpt(page)}`,
  tooManyPages: (limit: number) => `文章超过 ${limit} 页，后面的没有导入。`,
  outsideRoot: (path: string) => `文件在导入的文件夹之外，没有读取：${toExcerpt(path)}`,
  missingFile: (path: string) => `找不到文件，没有导入：${toExcerpt(path)}`,
  largeFile: (path: string, limit: number) =>
    `文件超过 ${toMegabytes(limit)}，没有导入：${toExcerpt(path)}`,
  notAnImage: (path: string) =>
    `不是可用的图片（PNG、JPEG、GIF、WebP、AVIF），没有导入：${toExcerpt(path)}`,
  brokenImage: (path: string) => `图片已损坏，没有导入：${toExcerpt(path)}`,
  largeImage: (path: string, side: number, millions: number) =>
    `图片过大（每边最多 ${side} 像素、共 ${millions} 百万像素），没有导入：${toExcerpt(path)}`,
  spacers: (count: number) => `${count} 张占位或计数用的小图没有导入。`,
  notADocument: (path: string) =>
    `不是可用的文件（pdf、Office、WPS、ofd、压缩包、txt、mp3、m4a、mp4），没有导入：${toExcerpt(path)}`,
  notPlayable: (path: string) =>
    `不是可播放的音视频（mp4、mp3、m4a），没有存下：${toExcerpt(path)}`,
  leftRemote: (address: string, why: string) =>
    `没有取到，仍用原网址：${toExcerpt(address)}（${why}）`,
  keptFormer: (address: string) => `这次没有取到或已不可用，仍用以前存下的：${toExcerpt(address)}`,
  otherFile: (address: string) => `不是可存的文件类型，仍用原网址：${toExcerpt(address)}`,
  pageLimit: (name: string, files: number, bytes: number) =>
    `一篇最多存 ${files} 个文件、${toMegabytes(bytes)}，没有存下：${toExcerpt(name)}`,
  pageTime: (name: string, ms: number) =>
    `取这一篇的文件超过 ${Math.round(ms / 60_000)} 分钟，没有再取：${toExcerpt(name)}`,
  inlineImage: '网页里内嵌的图片',
  badInline: '内嵌的图片无法解读，没有导入。',
  film: '视频',
  recording: '录音',
};

/** What a card says where the page gives it no title. */
export const cardWords = {
  video: (site: string) => (site === '' ? '视频' : `视频（${site}）`),
  program: '小程序',
  officialArticle: '公众号文章',
};

const EXCERPT = 60;

function toExcerpt(text: string): string {
  const characters = [...text];
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT).join('')}…` : text;
}
