import type { Block } from '../../types/block.ts';

/** A body with every kind of block, its pictures at `url`; of its other files the endpoint has none. */
export const toEveryBlock = (url: string): Block[] => [
  {
    kind: 'paragraph',
    spans: [{ text: '普通的一段，热线 ' }, { text: '12338', href: 'tel:12338' }],
  },
  { kind: 'heading', level: 2, text: '一节' },
  { kind: 'image', url, alt: '合影', caption: '图为合影' },
  {
    kind: 'gallery',
    images: [
      { url: `${url}?1`, alt: '剪纸' },
      { url: `${url}?2`, alt: '画扇' },
      { url: `${url}?3`, alt: '', caption: '灯笼' },
    ],
  },
  {
    ...{ kind: 'video', url: '/media/film.mp4', text: '开幕式', poster: url },
    ...{ width: 1280, height: 720 },
  },
  { kind: 'audio', url: '/media/letter.mp3', text: '家书朗读' },
  { kind: 'attachment', text: '报名表', url: '/media/form.docx', fileType: 'docx', size: 20_480 },
  {
    ...{ kind: 'linkCard', text: '征集启事' },
    target: { kind: 'officialArticle', url: 'https://mp.weixin.qq.com/s/abc' },
  },
  {
    ...{ kind: 'linkCard', text: '预约服务' },
    target: { kind: 'miniProgram', appId: 'wx0123456789abcdef', path: 'pages/a?x=1' },
  },
  { kind: 'linkCard', text: '办事指南', target: { kind: 'web', url: 'https://a.example/x' } },
  { kind: 'list', ordered: true, items: [{ spans: [{ text: '第一条' }] }] },
  { kind: 'quote', spans: [{ text: '引一句话' }] },
  {
    ...{ kind: 'table', header: true },
    rows: [
      { cells: [{ spans: [{ text: '星期' }] }, { spans: [{ text: '内容' }] }] },
      { cells: [{ spans: [{ text: '周二' }] }, { spans: [{ text: '剪纸' }] }] },
    ],
  },
  { kind: 'divider' },
  { kind: 'unknown', text: '没有认出来的话' },
];
