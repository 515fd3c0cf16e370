import { type GeneralComponent, safeCallback } from 'glass-easel';
import type { Ledger } from '../../record/ledger.ts';
import { noteSetData } from '../../record/set-data.ts';

type Data = Record<string, unknown>;
type Path = (string | number)[];

/** A page or component as its own functions see it, with every way to change its data. */
export type DataCaller = {
  _$: GeneralComponent;
  setData(data: Data, callback?: () => void): void;
  updateData(data: Data): void;
  replaceDataOnPath(path: Path, data: unknown): void;
  spliceArrayDataOnPath(path: Path, index: number, del: number, inserts: unknown[]): void;
};

/** Pages of roots that are no page themselves. */
const pages = new WeakMap<GeneralComponent, string>();

/** What a root beside a page's own changes counts for that page. */
export function countFor(root: GeneralComponent, page: string): void {
  pages.set(root, page);
}

/** Notes each change of data before it happens; what WeChat refuses does not happen. */
export function countData(caller: DataCaller, ledger: Ledger): void {
  const { setData, updateData, replaceDataOnPath, spliceArrayDataOnPath } = caller;
  const reachesPage = (data: Data) => {
    for (const key of undefinedKeys(data)) {
      const told = `Setting data field "${key}" to undefined is invalid.`;
      ledger.addError('warning', 'program', told);
    }
    const root = rootOf(caller._$);
    const page = pages.get(root) ?? root.is;
    return noteSetData(ledger, page, caller._$.is === page ? null : caller._$.is, data);
  };
  caller.setData = function (this: DataCaller, data, callback) {
    if (!reachesPage(data)) return;
    const done = callback && (() => safeCallback('setData', callback, this, []));
    setData.call(this, withoutUndefined(data), done);
  };
  caller.updateData = function (this: DataCaller, data) {
    if (reachesPage(data)) updateData.call(this, withoutUndefined(data));
  };
  caller.replaceDataOnPath = function (this: DataCaller, path, data) {
    if (reachesPage({ [path.join('.')]: data })) replaceDataOnPath.call(this, path, data);
  };
  caller.spliceArrayDataOnPath = function (this: DataCaller, path, index, del, inserts) {
    if (!reachesPage({ [path.join('.')]: inserts })) return;
    spliceArrayDataOnPath.call(this, path, index, del, inserts);
  };
}

/** reference/api/Page.html: a field that is set to undefined is not set at all. */
function undefinedKeys(data: Data): string[] {
  return Object.keys(data).filter((key) => data[key] === undefined);
}

function withoutUndefined(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

function rootOf(component: GeneralComponent): GeneralComponent {
  const owner = component.ownerShadowRoot?.getHostNode();
  return owner ? rootOf(owner) : component;
}
