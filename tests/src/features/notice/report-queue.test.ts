import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  createReportId,
  isSettled,
  ReportQueue,
  toReportFate,
} from '../../../../src/features/notice/report-queue.ts';
import type { Answer } from '../../../../src/platform/failure.ts';
import type { SubscribeReport, SubscriptionList } from '../../../../types/subscription.ts';

type Reply = Answer<SubscriptionList>;
const GRANTED: Reply = { ok: true, value: { subscriptions: [], unread: 0 } };
const OFFLINE: Reply = { ok: false, failure: { kind: 'offline' } };
const toProblem = (status: number): Reply => ({
  ok: false,
  failure: { kind: 'problem', code: 'x', status, requestId: 'r' },
});
const toStatus = (status: number): Reply => ({ ok: false, failure: { kind: 'status', status } });
const toAccepted = (topicId: string) => [{ topicId, templateId: 'T' }];

/** A phone whose storage outlives its queues, and the endpoint behind it. */
class Phone {
  stored: unknown;
  sent: string[] = [];
  atOnce = 0;
  mostAtOnce = 0;
  log: string[] = [];
  reply: (report: SubscribeReport) => Promise<Reply> = async () => GRANTED;

  queue(): ReportQueue {
    return new ReportQueue({
      read: () => this.stored,
      write: (reports) => {
        this.stored = JSON.parse(JSON.stringify(reports));
      },
      send: async (report) => {
        this.sent.push(report.accepted[0]?.topicId ?? '');
        this.atOnce += 1;
        this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
        const reply = await this.reply(report);
        this.atOnce -= 1;
        return reply;
      },
      random: Math.random,
      now: () => 1_764_000_000_000,
      log: (words) => void this.log.push(words),
    });
  }
}

let phone: Phone;
beforeEach(() => {
  phone = new Phone();
});

describe('ReportQueue', () => {
  it('sends what was stored, oldest first, and keeps nothing then', async () => {
    const queue = phone.queue();
    queue.add(toAccepted('a'));
    queue.add(toAccepted('b'));
    await queue.flush();
    expect(phone.sent).toEqual(['a', 'b']);
    expect(queue.hasReports()).toBe(false);
  });

  it('is done at once where nothing is stored, and sends what comes later', async () => {
    const queue = phone.queue();
    await queue.flush();
    queue.add(toAccepted('a'));
    await queue.flush();
    expect(phone.sent).toEqual(['a']);
  });

  it('loses nothing offline, also over a start, and keeps the order', async () => {
    phone.reply = async () => OFFLINE;
    const queue = phone.queue();
    const first = queue.add(toAccepted('a'));
    queue.add(toAccepted('b'));
    const { fates } = await queue.flush();
    expect(phone.sent).toEqual(['a']);
    expect([...fates]).toEqual([[first, 'waiting']]);
    phone.reply = async () => GRANTED;
    phone.sent = [];
    await phone.queue().flush();
    expect(phone.sent).toEqual(['a', 'b']);
    expect(phone.queue().hasReports()).toBe(false);
  });

  it('sends a report again under the id that it had', async () => {
    const ids: string[] = [];
    phone.reply = async ({ reportId }) => {
      ids.push(reportId);
      return ids.length === 1 ? OFFLINE : GRANTED;
    };
    const queue = phone.queue();
    const id = queue.add(toAccepted('a'));
    await queue.flush();
    await queue.flush();
    expect(ids).toEqual([id, id]);
  });

  it('sends nothing twice at the same time, and sees what is added meanwhile', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    phone.reply = () => gate.then(() => GRANTED);
    const queue = phone.queue();
    queue.add(toAccepted('a'));
    const first = queue.flush();
    queue.add(toAccepted('b'));
    const second = queue.flush();
    open();
    await Promise.all([first, second]);
    expect(phone.sent).toEqual(['a', 'b']);
    expect(phone.mostAtOnce).toBe(1);
    expect(queue.hasReports()).toBe(false);
  });

  it.each<[string, Reply]>([
    ['out of order', toProblem(500)],
    ["a gateway's 502", toStatus(502)],
    ["a gateway's 413", toStatus(413)],
    ['a status of a newer endpoint', toProblem(600)],
    ['not let in for now', toProblem(403)],
  ])('goes on with the next past one that keeps failing: %s', async (_name, failing) => {
    phone.reply = async ({ accepted }) => (accepted[0]?.topicId === 'a' ? failing : GRANTED);
    const queue = phone.queue();
    queue.add(toAccepted('a'));
    queue.add(toAccepted('b'));
    const { fates } = await queue.flush();
    expect(phone.sent).toEqual(['a', 'b']);
    expect([...fates.values()]).toEqual(['waiting', 'granted']);
    expect(queue.topicIds()).toEqual(['a']);
  });

  it.each<[string, Reply]>([
    ['offline', OFFLINE],
    ['time-out', { ok: false, failure: { kind: 'timeout' } }],
    ['out of reach', { ok: false, failure: { kind: 'unreachable' } }],
    ['signed out', { ok: false, failure: { kind: 'signed-out' } }],
    ['not logged in', toProblem(401)],
    ['asked too often', toProblem(429)],
    ["a gateway's 429", toStatus(429)],
  ])('tries no other where none would fare better: %s', async (_name, failing) => {
    phone.reply = async () => failing;
    const queue = phone.queue();
    queue.add(toAccepted('a'));
    queue.add(toAccepted('b'));
    for (let run = 1; run <= 10; run += 1) await queue.flush();
    expect(phone.sent).toEqual(Array.from({ length: 10 }, () => 'a'));
    expect(queue.topicIds()).toEqual(['a', 'b']);
  });

  it('gives up what something in between refuses five times, over starts too', async () => {
    phone.reply = async () => toStatus(413);
    phone.queue().add(toAccepted('a'));
    const ends: unknown[] = [];
    for (let run = 1; run <= 6; run += 1) {
      const { fates } = await phone.queue().flush();
      ends.push(...fates.values());
    }
    expect(ends).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'refused']);
    expect(phone.queue().hasReports()).toBe(false);
    expect(phone.log).toHaveLength(1);
  });

  it('sends what the endpoint knows of a report alone', async () => {
    const keys: string[][] = [];
    phone.reply = async (report) => {
      keys.push(Object.keys(report));
      return toStatus(404);
    };
    phone.queue().add(toAccepted('a'));
    await phone.queue().flush();
    await phone.queue().flush();
    expect(keys).toEqual(Array.from({ length: 2 }, () => ['reportId', 'accepted']));
  });

  it('waits as long as it takes for an endpoint that is out of order', async () => {
    phone.reply = async () => toProblem(500);
    const queue = phone.queue();
    queue.add(toAccepted('a'));
    for (let run = 1; run <= 20; run += 1) await queue.flush();
    expect(queue.hasReports()).toBe(true);
  });

  it('takes whatever else is stored for nothing', async () => {
    phone.stored = [{ reportId: 7 }, 'x', null, { reportId: 'y', accepted: [] }];
    expect(phone.queue().hasReports()).toBe(false);
    phone.stored = 'broken';
    expect(phone.queue().hasReports()).toBe(false);
  });
});

describe('what an answer means for a report', () => {
  it.each<[string, Reply, boolean, string]>([
    ['granted', GRANTED, true, 'granted'],
    [
      'a success of a newer endpoint',
      { ok: false, failure: { kind: 'unexpected' } },
      true,
      'granted',
    ],
    ['invalid', toProblem(400), true, 'refused'],
    ['unknown topic', toProblem(404), true, 'refused'],
    ['not logged in', toProblem(401), false, 'waiting'],
    ['not let in for now', toProblem(403), false, 'waiting'],
    ['asked too often', toProblem(429), false, 'waiting'],
    ['out of order', toProblem(500), false, 'waiting'],
    ['unavailable', toProblem(503), false, 'waiting'],
    ["a gateway's word", { ok: false, failure: { kind: 'status', status: 404 } }, false, 'waiting'],
    ['offline', OFFLINE, false, 'waiting'],
    ['time-out', { ok: false, failure: { kind: 'timeout' } }, false, 'waiting'],
    ['captive portal', { ok: false, failure: { kind: 'intercepted' } }, false, 'waiting'],
    ['cut off', { ok: false, failure: { kind: 'cut-off' } }, false, 'waiting'],
    ['signed out', { ok: false, failure: { kind: 'signed-out' } }, false, 'waiting'],
  ])('%s', (_name, answer, settled, fate) => {
    expect(isSettled(answer)).toBe(settled);
    expect(toReportFate(answer)).toBe(fate);
  });
});

describe('createReportId', () => {
  it.each([0, 0.5, 0.999_999])('is of the shape that the endpoint asks for, random %d', (value) => {
    expect(createReportId(1_764_000_000_000, () => value)).toMatch(/^[0-9a-z]{16,64}$/);
  });

  it('differs within a millisecond', () => {
    const ids = Array.from({ length: 1_000 }, () => createReportId(1, Math.random));
    expect(new Set(ids).size).toBe(1_000);
  });
});
