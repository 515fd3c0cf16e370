import { describe, expect, it } from '@jest/globals';
import { toFurniture } from '../../../../cloud/importer/html/furniture.ts';
import { parseHtmlPage } from '../../../../cloud/importer/html/parse-html-page.ts';

describe('lines that templates put around an article', () => {
  it.each([
    '责任编辑：小何',
    '（责任编辑：舒晓）',
    '编辑：本站　审核：柯审',
    '上一篇：没有了',
    '编辑｜李四',
    '责编丨王五 审核丨江门市妇联宣传部',
    '图文编辑：张 三、Lily',
    '下一条：没有了',
    '【打印本页】【关闭窗口】',
    '打印本页 | 关闭窗口',
    '分享到：微信 微博',
    '【字体：大 中 小】',
    '网站标识码：4407000000',
    '主办：某妇联　粤ICP备00000000号-1',
    '粤公网安备 44070000000000号',
    '当前位置：首页 > 工作动态',
  ])('%s is one anywhere', (line) => {
    expect(toFurniture(line)).toBe('always');
  });

  it.each([
    '扫一扫在手机打开当前页',
    '版权所有：某某妇联',
    '大 中 小',
    '点赞 收藏',
    '浏览次数：302',
    '[1] [2] 下一页',
    '下一条：夜校开课了',
  ])('%s is one at the edge of the body', (line) => {
    expect(toFurniture(line)).toBe('edge');
  });

  it.each([
    '请在网站底部找到网站标识码和ICP备案号，再点击“打印本页”。',
    '她把责任编辑的电话抄在了本子上。',
    '上一篇文章里我们讲了三个故事，这一篇接着讲。',
    '分享到群里以后，很快有三十位妈妈报了名。',
    '公网安备标识应当放在首页下方。',
    '字体大小要让老人也看得清。',
    '大',
    '编辑部设在村口的老屋里，两个人，一台电脑，一盏灯。',
    '活动时间：3月5日上午9:00',
    '主持人：下一篇稿子由谁来写？',
    '编辑：未来有何打算？',
    '编辑：太好了！',
    '审核：由妇联办公室负责',
    '签发：2026年3月1日',
    '分享：我的育儿经',
    '上一条：被人忽略的真相',
  ])('%s is a sentence of the article', (line) => {
    expect(toFurniture(line)).not.toBe('always');
  });

  const toTexts = (html: string) => {
    const page = parseHtmlPage(html, { kind: 'web', address: 'https://fl.example.cn/a.html' });
    if (!page.ok) throw new Error(page.reason);
    return page.value.blocks.map((block) => ('spans' in block ? block.spans[0]?.text : block.kind));
  };
  const HEAD = '<h1>标题</h1><p>来源：甲　发布时间：2024-03-05</p>';

  it.each([
    [
      'the hosts and the telephone that end an announcement',
      '<div class="article-content"><p>活动地点：图书馆</p><p>主办单位：某市妇联</p><p>联系电话：0750-3286888</p></div><div class="foot">主办：某市妇女联合会　粤ICP备00000000号</div>',
      ['活动地点：图书馆', '主办单位：某市妇联', '联系电话：0750-3286888'],
    ],
    [
      'none of a footer in the body, with the lines around its number',
      '<div class="article-content"><p>最后一段，写得长一些。</p><p>主办：某市妇联</p><p>电话：0750-3286888</p><p>粤ICP备00000000号</p><p>地址：某路1号</p></div>',
      ['最后一段，写得长一些。'],
    ],
    [
      'photos below the line of an editor',
      '<div class="article-content"><p>现场气氛热烈。</p><p>编辑：张三</p><p><img src="a.jpg"></p><p>【打印本页】</p><p><img src="print.png"></p></div>',
      ['现场气氛热烈。', 'image'],
    ],
    [
      'a photo between the labels and the line of an editor',
      '<div class="article-content"><p><img src="a.jpg"></p><p>责任编辑：小李</p></div>',
      ['image'],
    ],
    [
      'no link to another article, wherever it stands',
      '<div class="article-content"><p>第一段，写得长一些。</p><p>上一条：<a href="b.html">夜校开课了</a></p><p>第二段，也写得长一些。</p></div>',
      ['第一段，写得长一些。', '第二段，也写得长一些。'],
    ],
  ])('the body keeps %s', (_name, body, expected) => {
    expect(toTexts(HEAD + body)).toEqual(expected);
  });

  it('are cut from the body, and sentences that mention their words stay', () => {
    const texts = toTexts(
      '<h1>标题</h1><p>发布时间：2024-03-05</p><div class="c"><p>字体：大 中 小</p><p>第一段，写得长一些。</p><p>大</p><p>请点击“打印本页”，再看看ICP备案号。</p><p>责任编辑：甲</p><p>扫一扫</p><p><img src="qr.png"></p></div>',
    );
    expect(texts).toEqual(['第一段，写得长一些。', '大', '请点击“打印本页”，再看看ICP备案号。']);
  });
});
