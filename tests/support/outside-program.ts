import type { Driver } from '../../simulator/kit/driver.ts';
import type { RuleId } from '../../simulator/rules/rule-table.ts';

/** The small program `outside` in the hands of a test: every tap on a name runs one action and tells its answer. */
export class OutsideProgram {
  readonly driver: Driver;
  #runs = 0;

  constructor(driver: Driver) {
    this.driver = driver;
  }

  /** Taps an action; its answer comes by `answer`. */
  async start(action: string): Promise<void> {
    await this.driver.tapText(action);
    this.#runs += 1;
  }

  /** What the last action told. */
  async answer(): Promise<unknown> {
    const mark = `第${this.#runs}次：`;
    await this.driver.waitForText(mark);
    const line = (await this.driver.text()).split('\n').find((one) => one.startsWith(mark));
    return JSON.parse(line?.slice(mark.length, -1) ?? '') as unknown;
  }

  async run(action: string): Promise<unknown> {
    await this.start(action);
    return this.answer();
  }

  /** The answer of an action, and the rules that it broke, in order. */
  async held(action: string): Promise<{ answer: unknown; rules: (RuleId | null)[] }> {
    const before = (await this.driver.errors()).length;
    const answer = await this.run(action);
    const errors = (await this.driver.errors()).slice(before);
    return { answer, rules: errors.map(({ rule }) => rule) };
  }
}
