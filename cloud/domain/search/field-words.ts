/**
 * Words of the field and of the region that the general dictionary lacks or would cut in two. To add one, put it into the
 * list that fits; at the next start of the endpoint every article is indexed again (`search-version.ts`). Only what people
 * look for belongs here: each word also keeps its characters from being read in another way.
 */
const FIELD = [
  ...['妇联', '妇女联合会', '妇儿工委', '妇工委', '妇代会', '妇女之家', '儿童之家', '家暴', '两癌'],
  ...['三八', '三八节', '三八妇女节', '三八国际妇女节', '国际妇女节', '三八红旗手', '红旗手'],
  ...[
    '巾帼',
    '巾帼建功',
    '巾帼志愿者',
    '最美家庭',
    '五好家庭',
    '文明家庭',
    '大家庭',
    '家风',
    '家教',
  ],
  ...['人身安全保护令', '保护令', '性骚扰', '彩礼', '外嫁女', '女职工', '孤独症', '留守儿童'],
  ...[
    '困境儿童',
    '早筛',
    '母婴室',
    '月嫂',
    '育婴师',
    '带货',
    '防溺水',
    '春蕾',
    '网格员',
    '心理咨询室',
  ],
  ...['非遗', '传承人', '反诈', '年会', '老人们', '孩子们', '普法', '法援', '产假', '育儿假'],
];

const REGION = [
  ...['江门', '江门市', '蓬江', '蓬江区', '江海区', '新会', '新会区', '台山', '台山市'],
  ...['开平', '开平市', '鹤山', '鹤山市', '恩平', '恩平市', '五邑', '五邑大学', '侨都', '侨乡'],
  ...['陈皮', '碉楼', '广绣', '赤坎', '上川岛', '下川岛', '川岛镇', '圭峰山', '白水带'],
];

/** In lower case and half width, as texts are read (`search-text.ts`). */
export const FIELD_WORDS: readonly string[] = [...FIELD, ...REGION];
