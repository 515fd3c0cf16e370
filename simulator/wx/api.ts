import type { Host } from '../host/host.ts';
import type { CallEntry } from '../record/ledger.ts';

/** Arguments of an asynchronous call, its callbacks left out. */
export type Options = Record<string, unknown>;

/** An expected "no" of WeChat: becomes `fail` with errMsg `name:fail reason`. */
export class Refusal {
  readonly reason: string;
  readonly fields: Record<string, unknown>;

  constructor(reason: string, fields: Record<string, unknown> = {}) {
    this.reason = reason;
    this.fields = fields;
  }
}

export type Answer = Record<string, unknown> | Refusal | undefined;

/** Ends with success, fail and complete, or with a promise where no callback is given. */
export type AsyncApi = { kind: 'async'; run: (options: Options) => Answer | Promise<Answer> };
/** Answers at once. */
export type SyncApi = { kind: 'sync'; run: (...args: never[]) => unknown };
/** Answers with a task that can be stopped; its end comes through `settle`. */
export type TaskApi = {
  kind: 'task';
  run: (options: Options, settle: (answer: Answer) => void) => object;
};
/** Registers listeners: too many calls to note, nothing to answer. */
export type EventApi = { kind: 'event'; run: (listener?: (value: never) => void) => void };

export type Api = AsyncApi | SyncApi | TaskApi | EventApi;
export type ApiTable = Record<string, Api>;
/** One group of functions for one phone. */
export type ApiGroup = (host: Host) => ApiTable;

export const async = (run: AsyncApi['run']): AsyncApi => ({ kind: 'async', run });
export const sync = (run: SyncApi['run']): SyncApi => ({ kind: 'sync', run });
export const task = (run: TaskApi['run']): TaskApi => ({ kind: 'task', run });
export const event = <Value>(run: (listener?: (value: Value) => void) => void): EventApi => ({
  kind: 'event',
  run: run as EventApi['run'],
});

/** Makes one entry of the table a function as WeChat's `wx` has it; every call is in the ledger. */
export function toFunction(host: Host, name: string, api: Api): (...args: never[]) => unknown {
  if (api.kind === 'event') return api.run;
  if (api.kind === 'sync') return (...args) => callSync(host, name, api, args);
  if (api.kind === 'task') return (options?: Options) => callTask(host, name, api, options ?? {});
  return (options?: Options) => callAsync(host, name, api, options ?? {});
}

function callSync(host: Host, name: string, api: SyncApi, args: never[]): unknown {
  const entry = host.ledger.addCall(name, args);
  try {
    const value = api.run(...args);
    host.ledger.end(entry, 'returned');
    return value;
  } catch (error) {
    host.ledger.end(entry, 'threw', error instanceof Error ? error.message : String(error));
    throw error;
  }
}

function callAsync(host: Host, name: string, api: AsyncApi, options: Options): unknown {
  const entry = host.ledger.addCall(name, [options]);
  const { success, fail, complete } = options;
  const asked = [success, fail, complete].some((callback) => typeof callback === 'function');
  const running = runLater(host, entry, name, api, options);
  if (asked) {
    void running.then((answer) => callBack(host, entry, name, options, answer));
    return undefined;
  }
  return running.then((answer) => {
    const result = close(host, entry, name, answer);
    if (answer instanceof Refusal) throw Object.assign(new Error(result.errMsg), result);
    return result;
  });
}

/** Bugs inside an API are noted and answered as a failure, so that no call stays open. */
async function runLater(
  host: Host,
  entry: CallEntry,
  name: string,
  api: AsyncApi,
  options: Options,
): Promise<Answer> {
  try {
    return await api.run(options);
  } catch (error) {
    host.ledger.addError('error', 'simulator', error);
    host.ledger.end(entry, 'threw', `${name} failed inside the simulator`);
    return new Refusal(error instanceof Error ? error.message : String(error));
  }
}

function callTask(host: Host, name: string, api: TaskApi, options: Options): object {
  const entry = host.ledger.addCall(name, [options]);
  let settled = false;
  return api.run(options, (answer) => {
    if (settled) return;
    settled = true;
    callBack(host, entry, name, options, answer);
  });
}

function callBack(host: Host, entry: CallEntry, name: string, options: Options, answer: Answer) {
  const result = close(host, entry, name, answer);
  const ended = answer instanceof Refusal ? options.fail : options.success;
  for (const callback of [ended, options.complete]) {
    if (typeof callback !== 'function') continue;
    host.guard(`callback of ${name}`, () => callback(result));
  }
}

function close(
  host: Host,
  entry: CallEntry,
  name: string,
  answer: Answer,
): Record<string, unknown> & { errMsg: string } {
  if (answer instanceof Refusal) {
    const errMsg = `${name}:fail${answer.reason ? ` ${answer.reason}` : ''}`;
    host.ledger.end(entry, 'fail', errMsg);
    return { ...answer.fields, errMsg };
  }
  const errMsg = `${name}:ok`;
  host.ledger.end(entry, 'ok', errMsg);
  return { ...answer, errMsg };
}
