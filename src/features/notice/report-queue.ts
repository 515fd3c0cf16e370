import type { SubscribeReport, SubscriptionList } from '../../../types/subscription.ts';
import type { Answer } from '../../platform/failure.ts';

export type Accepted = SubscribeReport['accepted'];

export interface ReportPorts {
  /** What is stored, whatever it is; undefined when nothing. */
  read: () => unknown;
  write: (reports: StoredReport[]) => void;
  send: (report: SubscribeReport) => Promise<Answer<SubscriptionList>>;
  random: () => number;
  now: () => number;
  /** Notes what a developer should know. */
  log: (words: string) => void;
}

/** As it is stored: with how often an answer came that may be one for good. */
interface StoredReport extends SubscribeReport {
  tries?: number;
}

/** `waiting`: it stays stored and is sent again. */
export type ReportFate = 'granted' | 'waiting' | 'refused';

/** What one run through the queue brought. */
export interface Run {
  /** By report id; those that were not sent have none. */
  fates: Map<string, ReportFate>;
  /** The newest list that the endpoint gave. */
  newest?: SubscriptionList;
}

/** Refusals of the moment: not logged in, not let in for now, asked too often. The report is still good. */
const STATUS_OF_THE_MOMENT = [401, 403, 429];

/** Whether the endpoint has dealt with a report, one way or the other; else it has to be sent again. */
export function isSettled(answer: Answer<unknown>): boolean {
  if (answer.ok) return true;
  const { failure } = answer;
  // A success in a shape of a newer endpoint: granted all the same.
  if (failure.kind === 'unexpected') return true;
  if (failure.kind !== 'problem') return false;
  const { status } = failure;
  return status >= 400 && status < 500 && !STATUS_OF_THE_MOMENT.includes(status);
}

/** No report would fare better now: there is no way to the endpoint, or it lets this reader do nothing. */
const STOPPING_KINDS: readonly string[] = ['offline', 'timeout', 'unreachable', 'signed-out'];
const STOPPING_STATUS = [401, 429];

function stopsAll(answer: Answer<unknown>): boolean {
  if (answer.ok) return false;
  const { failure } = answer;
  return 'status' in failure
    ? STOPPING_STATUS.includes(failure.status)
    : STOPPING_KINDS.includes(failure.kind);
}

/** A refusal by something in between, as a gateway's 404 or 413: of the moment or for good, it doesn't say. */
function mayBeForGood(answer: Answer<unknown>): boolean {
  if (answer.ok || answer.failure.kind !== 'status') return false;
  const { status } = answer.failure;
  return status >= 400 && status < 500 && !STOPPING_STATUS.includes(status);
}

/** So often a report may be refused by something in between before it is given up. */
const MOST_TRIES = 5;

/** What one answer means for its report. */
export function toReportFate(answer: Answer<unknown>): ReportFate {
  if (!isSettled(answer)) return 'waiting';
  return answer.ok || answer.failure.kind === 'unexpected' ? 'granted' : 'refused';
}

const RANDOM_DIGITS = 20;

/** `[0-9a-z]{16,64}`: the moment, and a hundred random bits, so that no two reports of any phone are the same. */
export function createReportId(now: number, random: () => number): string {
  const digits = Array.from({ length: RANDOM_DIGITS }, () =>
    Math.floor(random() * 36).toString(36),
  );
  return now.toString(36) + digits.join('');
}

function isReport(value: unknown): value is StoredReport {
  const { reportId, accepted, tries } = (value ?? {}) as Partial<StoredReport>;
  if (tries !== undefined && typeof tries !== 'number') return false;
  return typeof reportId === 'string' && Array.isArray(accepted) && accepted.length > 0;
}

/**
 * What the reader accepted and the endpoint doesn't know yet. WeChat tells an accept once, to the phone alone, so it is
 * stored before it is sent, and stays until the endpoint has dealt with it. Sent one after the other, oldest first, and
 * past one that the endpoint can't deal with; the endpoint knows a report that comes again by its id.
 */
export class ReportQueue {
  private readonly ports: ReportPorts;
  private run: Promise<Run> | undefined;

  constructor(ports: ReportPorts) {
    this.ports = ports;
  }

  hasReports(): boolean {
    return this.stored().length > 0;
  }

  /** Stores a report; to be sent by `flush`. Gives its id. */
  add(accepted: Accepted): string {
    const reportId = createReportId(this.ports.now(), this.ports.random);
    this.ports.write([...this.stored(), { reportId, accepted }]);
    return reportId;
  }

  /** The topics of what is stored, each once. */
  topicIds(): string[] {
    return [
      ...new Set(this.stored().flatMap(({ accepted }) => accepted.map((one) => one.topicId))),
    ];
  }

  /** Sends all that is stored, each once, until nothing more gets through. Joins a run that is under way. */
  flush(): Promise<Run> {
    this.run ??= this.sendAll();
    return this.run;
  }

  private async sendAll(): Promise<Run> {
    const run: Run = { fates: new Map() };
    // Not in the turn of whoever called: the run has to be known as under way before it can end.
    await Promise.resolve();
    const next = () => this.stored().find(({ reportId }) => !run.fates.has(reportId));
    // A report that is added meanwhile is seen: storage is read before each turn, and the run ends in that very turn.
    for (let report = next(); report; report = next()) {
      const { reportId, accepted } = report;
      const answer = await this.ports.send({ reportId, accepted });
      if (answer.ok) run.newest = answer.value;
      run.fates.set(reportId, this.settle(report, answer));
      if (stopsAll(answer)) break;
    }
    this.run = undefined;
    return run;
  }

  /** Keeps or drops a report after its answer. */
  private settle({ reportId, tries = 0 }: StoredReport, answer: Answer<unknown>): ReportFate {
    const fate = toReportFate(answer);
    if (fate !== 'waiting') this.remove(reportId);
    if (fate !== 'waiting' || !mayBeForGood(answer)) return fate;
    if (tries + 1 < MOST_TRIES) {
      this.keepTries(reportId, tries + 1);
      return 'waiting';
    }
    this.remove(reportId);
    this.ports.log(`A report of a subscription was given up after ${MOST_TRIES} refusals.`);
    return 'refused';
  }

  private keepTries(triedId: string, tries: number): void {
    const reports = this.stored();
    this.ports.write(
      reports.map((report) => (report.reportId === triedId ? { ...report, tries } : report)),
    );
  }

  private remove(sentId: string): void {
    this.ports.write(this.stored().filter(({ reportId }) => reportId !== sentId));
  }

  private stored(): StoredReport[] {
    const stored = this.ports.read();
    return Array.isArray(stored) ? stored.filter(isReport) : [];
  }
}
