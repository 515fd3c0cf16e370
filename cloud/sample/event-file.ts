import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { EventStatus } from '../../types/event-card.ts';

const Text = Type.String({ minLength: 1 });
const Strict = { additionalProperties: false } as const;

/** A time of day, so many days after the first run. */
const RelativeTime = Type.Object(
  {
    day: Type.Integer({ minimum: -36_500, maximum: 36_500 }),
    time: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
  },
  Strict,
);

/** `content/events/<slug>.json` */
const EventFile = Type.Object(
  {
    title: Text,
    status: EventStatus,
    start: RelativeTime,
    end: RelativeTime,
    venue: Type.Object(
      {
        name: Text,
        address: Type.String(),
        latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
        longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
      },
      Strict,
    ),
    organiser: Text,
    phone: Type.Optional(Text),
    /** `file` is relative to the content folder. */
    cover: Type.Optional(Type.Object({ file: Text, alt: Type.String() }, Strict)),
    /** The announcing article: `<channelId>/<slug>`. */
    article: Type.Optional(Text),
    /** HTML; tokens allowed. */
    body: Text,
  },
  Strict,
);
export type EventFile = Static<typeof EventFile>;

/** A valid event file, or one line a field on what is wrong. */
export type ParsedEventFile = { ok: true; event: EventFile } | { ok: false; problems: string[] };

/** Days and minutes on one scale, to compare the two times of an event. */
function toMinutes({ day, time }: EventFile['start']): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return (day * 24 + hour) * 60 + minute;
}

function findContradictions(event: EventFile): string[] {
  const { latitude, longitude } = event.venue;
  return [
    ...(toMinutes(event.end) > toMinutes(event.start) ? [] : ['/end: must be after start']),
    ...((latitude === undefined) === (longitude === undefined)
      ? []
      : ['/venue: needs latitude and longitude, or neither']),
  ];
}

function parseJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: error.message };
    throw error;
  }
}

/** Understands the text of an event file. */
export function parseEventFile(text: string): ParsedEventFile {
  const json = parseJson(text);
  if ('problem' in json) return { ok: false, problems: [json.problem] };
  const { value } = json;
  if (!Value.Check(EventFile, value)) {
    const problems = Value.Errors(EventFile, value).map(
      (error) => `${error.instancePath || '/'}: ${error.message}`,
    );
    return { ok: false, problems };
  }
  const problems = findContradictions(value);
  return problems.length === 0 ? { ok: true, event: value } : { ok: false, problems };
}
