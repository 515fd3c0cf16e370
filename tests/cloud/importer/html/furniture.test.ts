import { describe, expect, it } from '@jest/globals';
import { toFurniture } from '../../../../cloud/importer/html/furniture.ts';
import { parseHtmlPage } from '../../../../cloud/importer/html/parse-html-page.ts';

describe('lines that templates put around an article', () => {
  it.each([
    '责任编辑：小何',
    '（责任编辑：舒晓）',
    '编辑：本站　审核：柯审',
    '上一篇：没有了',
    '下一条：夜校开课了',
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
  ])('%s is a sentence of the article', (line) => {
    expect(toFurniture(line)).not.toBe('always');
  });

  it('are cut from the body, and sentences that mention their words stay', () => {
    const page = parseHtmlPage(
      '<h1>标题</h1><p>发布时间：2024-03-05</p><div class="c"><p>字体：大 中 小</p><p>第一段，写得长一些。</p><p>大</p><p>请点击“打印本页”，再看看ICP备案号。</p><p>责任编辑：甲</p><p>扫一扫</p><p><img src="qr.png"></p></div>',
      { kind: 'web', address: 'https://fl.example.cn/a.html' },
    );
    const texts = page.ok
      ? page.value.blocks.map((block) => ('spans' in block ? block.spans[0]?.text : block.kind))
      : page.reason;
    expect(texts).toEqual(['第一段，写得长一些。', '大', '请点击“打印本页”，再看看ICP备案号。']);
  });
});
