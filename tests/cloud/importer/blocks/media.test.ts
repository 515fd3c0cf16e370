import { describe, expect, it } from '@jest/globals';
import { warnings } from '../../../../cloud/importer/words.ts';
import { paragraph, read } from './fragment.ts';

const video = (url: string, more: object = {}) => ({ kind: 'video', url, text: '', ...more });
const audio = (url: string, text = '') => ({ kind: 'audio', url, text });
const card = (text: string, target: object) => ({ kind: 'linkCard', text, target });
const web = (text: string, url: string) => card(text, { kind: 'web', url });

const APP = 'wx0123456789abcdef';
const SITE = 'https://fl.example';

describe('films and recordings', () => {
  it.each([
    [
      'a film',
      '<p>一<video src="/v/a.mp4" poster="a.jpg" width="640" height="360" title="开幕">旧浏览器</video>二</p>',
      [
        paragraph('一'),
        video(`${SITE}/v/a.mp4`, {
          ...{ poster: `${SITE}/news/a.jpg`, width: 640, height: 360, text: '开幕' },
        }),
        paragraph('二'),
      ],
    ],
    [
      'a film with sources',
      '<video><source src="a.webm"><source src="a.mp4"><p>藏</p></video>',
      [video(`${SITE}/news/a.webm`)],
    ],
    ['a recording', '<audio controls src="a.mp3"></audio>', [audio(`${SITE}/news/a.mp3`)]],
    [
      'a recording with a source',
      '<audio title="朗读"><source src="//a.example/x.mp3"></audio>',
      [audio('https://a.example/x.mp3', '朗读')],
    ],
    [
      'a recording of a 公众号',
      '<mpvoice voice_encode_fileid="MzEx_9==" name="巷子.mp3" src="/cgi-bin/x"></mpvoice>',
      [audio('https://res.wx.qq.com/voice/getvoice?mediaid=MzEx_9%3D%3D', '巷子.mp3')],
    ],
    [
      'its newer form',
      '<mp-common-mpaudio voice_encode_fileid="MzEx" name="家书"></mp-common-mpaudio>',
      [audio('https://res.wx.qq.com/voice/getvoice?mediaid=MzEx', '家书')],
    ],
    ['a plug-in', '<embed src="a.mp4" width="400">', [video(`${SITE}/news/a.mp4`, { width: 400 })]],
    [
      'a plug-in with parameters',
      '<object><param name="movie" value="a.mp3"><embed src="b.mp4"></object>',
      [audio(`${SITE}/news/a.mp3`)],
    ],
    [
      'a film in a cell',
      '<table><tr><td>一<video src="a.mp4"></video></td><td>二</td></tr></table>',
      [expect.objectContaining({ kind: 'table' }), video(`${SITE}/news/a.mp4`)],
    ],
  ])('%s', async (_name, html, expected) => {
    const { blocks, warnings: left } = await read(html);
    expect(blocks).toEqual(expected);
    expect(left).toEqual([]);
  });

  it.each([
    [
      'https://v.qq.com/iframe/preview.html?vid=x0001&amp;width=500',
      web('视频（腾讯视频）', 'https://v.qq.com/x/page/x0001.html'),
    ],
    [
      '//player.bilibili.com/player.html?aid=1&bvid=BV1xx',
      web('视频（哔哩哔哩）', 'https://www.bilibili.com/video/BV1xx'),
    ],
    [
      'https://player.youku.com/embed/XNjQ==',
      web('视频（优酷）', 'https://v.youku.com/v_show/id_XNjQ==.html'),
    ],
    ['https://tv.example/player/7', web('视频', 'https://tv.example/player/7')],
    ['/v/a.mp4', video(`${SITE}/v/a.mp4`)],
  ])('a frame of %s', async (src, expected) => {
    const { blocks } = await read(`<p>一</p><iframe data-src="${src}"></iframe>`);
    expect(blocks).toEqual([paragraph('一'), expected]);
  });

  it('a player is named by its title', async () => {
    const { blocks } = await read(
      '<iframe title="颁奖现场" src="https://v.qq.com/txp/iframe/player.html?vid=x1"></iframe>',
    );
    expect(blocks).toEqual([web('颁奖现场', 'https://v.qq.com/x/page/x1.html')]);
  });

  it('a document in a frame is an attachment', async () => {
    const { attachments } = await read(
      '<p>一</p><iframe src="/js/pdf/viewer.html?file=/f/%E7%AB%A0%E7%A8%8B.pdf"></iframe>',
    );
    expect(attachments).toEqual([
      { name: '章程.pdf', url: `${SITE}/f/%E7%AB%A0%E7%A8%8B.pdf`, fileType: 'pdf' },
    ]);
  });

  it.each([
    '<iframe src="https://map.example/x"></iframe>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<video src="blob:https://a/b">藏</video>',
    '<video src="data:video/mp4;base64,AA">藏</video>',
    '<audio src="file:///etc/passwd"></audio>',
    '<embed src="a.swf">',
    '<object data="javascript:x"><p>藏</p></object>',
    '<mpvoice voice_encode_fileid="&quot;><script>"></mpvoice>',
    `<mp-miniprogram data-miniprogram-appid="${APP}0" data-miniprogram-title="藏"></mp-miniprogram>`,
  ])('%s is gone and reported', async (html) => {
    const { blocks, attachments, warnings: left } = await read(`<p>一</p>${html}<p>二</p>`);
    expect(blocks).toEqual([paragraph('一'), paragraph('二')]);
    expect(attachments).toEqual([]);
    expect(left).toEqual([warnings.droppedTag(/^<([\w-]+)/.exec(html)?.[1] ?? '', 1)]);
  });
});

describe('other mini-programs and 公众号 articles', () => {
  const program = (text: string, path?: string) =>
    card(text, { kind: 'miniProgram', appId: APP, ...(path === undefined ? {} : { path }) });

  it.each([
    [
      'a card',
      `<mp-miniprogram data-miniprogram-appid="${APP}" data-miniprogram-path="pages/a/a.html?x=1" data-miniprogram-title="报名"></mp-miniprogram>`,
      program('报名', 'pages/a/a?x=1'),
    ],
    [
      'a card without a title',
      `<mp-miniprogram data-miniprogram-appid="${APP}"></mp-miniprogram>`,
      program('小程序'),
    ],
    [
      'a link of words',
      `<p><a data-miniprogram-appid="${APP}" data-miniprogram-path="/pages/b" href="">去报名</a></p>`,
      program('去报名', 'pages/b'),
    ],
    [
      'a link of a picture',
      `<p><a data-miniprogram-appid="${APP}" data-miniprogram-nickname="服务"><img src="/icons/doc.gif"></a></p>`,
      program('服务'),
    ],
    [
      'weapp:',
      `<p><a href="weapp://${APP}/pages/c?y=2">打开</a></p>`,
      program('打开', 'pages/c?y=2'),
    ],
    [
      'weixin:',
      `<p><a href="weixin://dl/business/?appid=${APP}&path=pages/d&query=z%3D3">打开</a></p>`,
      program('打开', 'pages/d?z=3'),
    ],
    [
      'a 公众号 article',
      '<p>　<a href="http://mp.weixin.qq.com/s/AbC_1"><b>征集</b>启事</a> </p>',
      card('征集启事', { kind: 'officialArticle', url: 'https://mp.weixin.qq.com/s/AbC_1' }),
    ],
    ['a page', '<p><a href="/x.html">办事指南</a></p>', web('办事指南', `${SITE}/x.html`)],
  ])('%s alone becomes a card', async (_name, html, expected) => {
    expect((await read(html)).blocks).toEqual([expected]);
  });

  it('a link in a sentence stays there; to a mini-program it keeps its words and is reported', async () => {
    const { blocks, warnings: left } = await read(
      `<p>点<a data-miniprogram-appid="${APP}">这里</a>或看<a href="https://mp.weixin.qq.com/s/a">文章</a>。</p>`,
    );
    const href = 'https://mp.weixin.qq.com/s/a';
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        spans: [{ text: '点这里或看' }, { text: '文章', href }, { text: '。' }],
      },
    ]);
    expect(left).toEqual([warnings.programLink('这里')]);
  });

  it('a mail address or a telephone alone is no card', async () => {
    const { blocks } = await read('<p><a href="mailto:a@b.example">写信</a></p>');
    expect(blocks).toEqual([paragraph('写信', { href: 'mailto:a@b.example' })]);
  });
});
