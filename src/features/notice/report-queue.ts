import type { SubscribeReport, SubscriptionList } from '../../../types/subscription.ts';
import type { Answer } from '../../platform/failure.ts';

export type Accepted = SubscribeReport['accepted'];

export interface ReportPorts {
  /** What is stored, whatever it is; undefined when nothing. */
  read: () => unknown;
  write: (reports: SubscribeReport[]) => void;
  send: (report: SubscribeReport) => Promise<Answer<SubscriptionList>>;
  random: () => number;
  now: () => number;
}

/** What one run through the queue brought. */
export interface Run {
  answers: Map<string, Answer<SubscriptionList>>;
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

const RANDOM_DIGITS = 20;

/** `[0-9a-z]{16,64}`: the moment, and a hundred random bits, so that no two reports of any phone are the same. */
export function createReportId(now: number, random: () => number): string {
  const digits = Array.from({ length: RANDOM_DIGITS }, () =>
    Math.floor(random() * 36).toString(36),
  );
  return now.toString(36) + digits.join('');
}

function isReport(value: unknown): value is SubscribeReport {
  const { reportId, accepted } = (value ?? {}) as Partial<SubscribeReport>;
  return typeof reportId === 'string' && Array.isArray(accepted) && accepted.length > 0;
}

/**
 * What the reader accepted and the endpoint doesn't know yet. WeChat tells an accept once, to the phone alone, so it is
 * stored before it is sent, and stays until the endpoint has dealt with it. Sent one after the other, oldest first; the endpoint
 * knows a report that comes again by its id.
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

  /** Sends what is stored, until all is settled or one could not be delivered. Joins a run that is under way. */
  flush(): Promise<Run> {
    this.run ??= this.sendAll();
    return this.run;
  }

  private async sendAll(): Promise<Run> {
    const run: Run = { answers: new Map() };
    // Not in the turn of whoever called: the run has to be known as under way before it can end.
    await Promise.resolve();
    // A report that is added meanwhile is seen: storage is read before each turn, and the run ends in that very turn.
    for (let report = this.stored()[0]; report; report = this.stored()[0]) {
      const answer = await this.ports.send(report);
      run.answers.set(report.reportId, answer);
      if (answer.ok) run.newest = answer.value;
      if (!isSettled(answer)) break;
      this.remove(report.reportId);
    }
    this.run = undefined;
    return run;
  }

  private remove(sentId: string): void {
    this.ports.write(this.stored().filter(({ reportId }) => reportId !== sentId));
  }

  private stored(): SubscribeReport[] {
    const stored = this.ports.read();
    return Array.isArray(stored) ? stored.filter(isReport) : [];
  }
}

/** `waiting`: it stays stored and is sent again. */
export type ReportFate = 'granted' | 'waiting' | 'refused';

/** @param answer undefined when a report before it could not be delivered */
export function toReportFate(answer: Answer<unknown> | undefined): ReportFate {
  if (!answer || !isSettled(answer)) return 'waiting';
  return answer.ok || answer.failure.kind === 'unexpected' ? 'granted' : 'refused';
}
