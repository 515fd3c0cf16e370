/** Everything that the importer says to an editor, once. */

const toMegabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`;

/** Why a page was not imported. */
export const reasons = {
  noSuchFile: '找不到这个文件或文件夹，请检查路径。',
  unreadable: (detail: string) => `读不了（${detail}），请检查权限。`,
  fileType: '不是 .txt、.html 或 .htm，无法导入。',
  tooLarge: (limit: number) => `超过 ${toMegabytes(limit)}，无法导入。`,
  empty: '里面没有文字。',
  badAddress: '不是有效的网址。',
  protocol: (protocol: string) => `只能从 http 或 https 网址导入，不支持 ${protocol}`,
  status: (status: number) => `网站回答 ${status}，请在浏览器里打开这个网址看看。`,
  contentType: (type: string) => `网址给出的不是网页（${type}），无法导入。`,
  redirects: (limit: number) => `网址跳转超过 ${limit} 次，请填写最后的网址。`,
  redirectWithoutTarget: '网站要求跳转，但没有说跳到哪里。',
  timeout: (ms: number) => `等了 ${Math.round(ms / 1000)} 秒网站没有答完，请稍后再试。`,
  network: (detail: string) => `连不上网站（${detail}），请检查网址和网络。`,
  tooManyElements: (limit: number) => `网页里的标签超过 ${limit} 个，已拒绝。`,
  tooDeep: (limit: number) => `网页标签嵌套超过 ${limit} 层，已拒绝。`,
  tooManyAttributes: (limit: number) => `网页里一个标签的属性超过 ${limit} 个，已拒绝。`,
  noTitle: '找不到标题。',
  noDate: '找不到「发布时间」。',
  badDate: (text: string) => `「发布时间」不是有效的日期：${toExcerpt(text)}`,
  noBody: '找不到正文。',
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
  imageDropped: (target: string) => `图片的地址无法使用，没有导入：${toExcerpt(target)}`,
  attachmentText: (text: string) => `「相关附件」后面的文字没有导入：${toExcerpt(text)}`,
  attachmentDropped: (name: string) => `附件的地址无法使用，没有导入：${toExcerpt(name)}`,
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
  otherFile: (address: string) => `不是可存的文件类型，仍用原网址：${toExcerpt(address)}`,
  pageLimit: (name: string, files: number, bytes: number) =>
    `一篇最多存 ${files} 个文件、${toMegabytes(bytes)}，没有存下：${toExcerpt(name)}`,
  inlineImage: '网页里内嵌的图片',
  badInline: '内嵌的图片无法解读，没有导入。',
  film: '视频',
  recording: '录音',
};

const EXCERPT = 60;

function toExcerpt(text: string): string {
  const characters = [...text];
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT).join('')}…` : text;
}
