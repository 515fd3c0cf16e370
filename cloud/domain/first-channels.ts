import type { Channel } from '../../types/channel.ts';

/**
 * 栏目 as a new database has them, in the order in which they are shown. The first migration writes them, so the list
 * never changes: another channel is a migration of its own.
 */
export const FIRST_CHANNELS: readonly Channel[] = [
  { id: 'news', name: '妇联动态' },
  { id: 'notices', name: '通知公告' },
  { id: 'rights', name: '维权服务' },
  { id: 'family', name: '家庭家教' },
  { id: 'careers', name: '创业就业' },
  { id: 'models', name: '巾帼风采' },
  { id: 'children', name: '儿童关爱' },
  { id: 'policy', name: '政策法规' },
];
