import { migrateDatabase, openDatabase } from '../cloud/store/open.ts';
import { connectStore } from '../cloud/store/store.ts';
import { findSearchPage } from '../cloud/store/search/search-page.ts';
import { toSearchStatement } from '../cloud/store/search/search-statement.ts';
import { listArticleCards } from '../cloud/store/articles.ts';
import { fillSearch, SEARCHED } from './search-data.ts';
import { existsSync, mkdirSync, chmodSync } from 'node:fs';
const n = Number(process.argv[2]);
const folder = '/tmp/w/scratch-search/keep' + n; const fresh = !existsSync(folder); mkdirSync(folder, { recursive: true }); chmodSync(folder, 0o755);
const db = await openDatabase({ dataDir: folder });
await migrateDatabase(db);
if (fresh) await fillSearch(db.url, n);
const store = connectStore(db.url, console.error);
const time = async (name: string, f: () => Promise<unknown>) => { const v: number[] = []; const c = process.cpuUsage(); for (let i = 0; i < 30; i++) { const a = performance.now(); await f(); v.push(performance.now() - a);} v.sort((a,b)=>a-b); const d = process.cpuUsage(c); console.log(name, 'min', v[0]?.toFixed(2), 'p50', v[15]?.toFixed(2), v[28]?.toFixed(2), 'node cpu', ((d.user+d.system)/30000).toFixed(2)); };
await time('feed', () => listArticleCards(store, { limit: 20 }));
for (const q of [...Object.values(SEARCHED), '的', '孩子送去', '老人 创业', '母亲们 陈皮', '了不', '活动母亲']) await time(q, () => findSearchPage(store, q, {}));
if (process.argv[3]) for (const q of ['社区', '母亲', '陈皮', '旗袍']) { const r = await store.pool.query('EXPLAIN (ANALYZE, COSTS OFF) ' + toSearchStatement('first', false).replaceAll('$1', `'''${q}'''`).replaceAll('$2', `'-infinity'`).replaceAll('$3', `'infinity'`).replaceAll('$4', `'infinity'::timestamptz`).replaceAll('$5', `''`).replaceAll('$6', '21')); console.log(q + '\n' + r.rows.map((x) => x['QUERY PLAN']).join('\n')); }
console.log((await store.pool.query('select name, generic_plans, custom_plans from pg_prepared_statements')).rows); await store.pool.end(); await db.close();
