import type { Message } from '../messages.ts';
import { DESK_WORDS as WORDS } from './desk-words.ts';
import { byId } from './element-by-id.ts';
import { line } from './record-row.ts';

export type MessageListener = {
  /** Somebody taps the message: its page is to be opened as WeChat opens it. */
  opened: (page: string) => void;
  /** One has come since this page was loaded. */
  arrived: (message: Message) => void;
};

/** The card of subscribe messages, newest first. It is there as soon as the server says that it has any source of them. */
export class MessageCard {
  readonly #listener: MessageListener;
  #known: Set<string> | null = null;

  constructor(events: EventSource, listener: MessageListener) {
    this.#listener = listener;
    events.addEventListener('messages', ({ data }) =>
      this.#draw(JSON.parse(data as string) as Message[]),
    );
  }

  #draw(messages: Message[]): void {
    const newest = [...messages].reverse().sort((one, other) => other.at - one.at);
    byId('messages').hidden = false;
    byId('messages-none').hidden = newest.length > 0;
    byId('messages-count').textContent = newest.length > 0 ? String(newest.length) : '';
    const list = byId('messages-list');
    list.hidden = newest.length === 0;
    list.replaceChildren(...newest.map((message) => this.#createItem(message)));
    const known = this.#known;
    this.#known = new Set(newest.map(({ id }) => id));
    const arrived = known && newest.find(({ id }) => !known.has(id));
    if (!arrived) return;
    list.scrollTop = 0;
    this.#listener.arrived(arrived);
  }

  #createItem({ at, title, lines, page }: Message): HTMLElement {
    const item = line('li', 'message');
    const time = line('time', '', TIME.format(at));
    time.setAttribute('datetime', new Date(at).toISOString());
    const fields = line('dl', '');
    for (const { name, text } of lines) fields.append(line('dt', '', name), line('dd', '', text));
    item.append(line('h3', '', title), time, fields);
    if (page !== '') {
      const button = line('button', '', WORDS.openMessage);
      button.setAttribute('type', 'button');
      button.setAttribute('aria-label', WORDS.openNamed(title));
      button.addEventListener('click', () => this.#listener.opened(page));
      item.append(button);
    }
    return item;
  }
}

/** As the program's own clock: China's time. */
const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
