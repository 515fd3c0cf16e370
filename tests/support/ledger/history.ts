import fc from 'fast-check';

/** Topics of a history; two share the one-time template, two the long-term one. */
export const TEMPLATE_OF = { a: 'once', b: 'once', c: 'long', d: 'long' } as const;
export type TopicName = keyof typeof TEMPLATE_OF;
export type TemplateName = (typeof TEMPLATE_OF)[TopicName];
export type Reader = 0 | 1;

/** What WeChat answers to a message. `held`: nothing yet; `later`: again, and not at once; `stop`: again, the line stops. */
export const ANSWERS = [
  ...(['sent', 'unknown', 'again', 'later', 'stop', 'failed', 'refused', 'halted'] as const),
  'held',
] as const;
export type Answer = (typeof ANSWERS)[number];

/** Something that happens to the two readers of a history. Numbers name things: of the same number are the same. */
export type Step =
  | { kind: 'accept'; reader: Reader; topics: TopicName[]; report: number }
  | { kind: 'leave'; reader: Reader; topic: TopicName }
  | {
      kind: 'publish';
      topic: TopicName;
      subject: number;
      isRepeat: boolean;
      to: Reader | 'all';
      isLater: boolean;
    }
  | { kind: 'cancel'; notice: number }
  /** The answer to a message that was held comes after all. */
  | { kind: 'settle'; reader: Reader; answer: Answer }
  /** Who holds the reader's lane has died. */
  | { kind: 'die'; reader: Reader }
  | { kind: 'reject'; reader: Reader; template: TemplateName; push: number }
  /** `message`: which of the reader's sent messages, counted round; WeChat names another where there is none. */
  | {
      kind: 'result';
      reader: Reader;
      template: TemplateName;
      push: number;
      errorCode: number;
      message: number;
    };

/** Steps, and then all that is due is sent: the answers are those that each reader's message gets. */
export interface Round {
  steps: Step[];
  answers: [Answer, Answer];
  /** What became of the messages is written down twice, as after a commit whose answer got lost. */
  isToldTwice: boolean;
}

const reader = fc.constantFrom<Reader>(0, 1);
const topic = fc.constantFrom<TopicName>('a', 'a', 'b', 'c', 'd');
const template = fc.constantFrom<TemplateName>('once', 'long');
const answer = fc.constantFrom<Answer>('sent', 'held', ...ANSWERS);
const few = fc.nat({ max: 2 });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('accept' as const),
      reader,
      topics: fc.uniqueArray(topic, { minLength: 1, maxLength: 3 }),
      report: few,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      ...{ topic, subject: few, isRepeat: fc.boolean() },
      to: fc.constantFrom<Reader | 'all'>('all', 'all', 'all', 0, 1),
      isLater: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('leave' as const), reader, topic }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cancel' as const), notice: few }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('settle' as const), reader, answer }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('die' as const), reader }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('reject' as const), reader, template, push: few }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('result' as const),
      ...{ reader, template, push: few, message: few },
      errorCode: fc.constantFrom(0, 0, 1, 43_101),
    }),
  },
);

export const history: fc.Arbitrary<Round[]> = fc.array(
  fc.record({
    steps: fc.array(step, { minLength: 1, maxLength: 2 }),
    answers: fc.tuple(answer, answer),
    isToldTwice: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);
