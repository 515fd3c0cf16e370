import type { Host } from '../host/host.ts';
import { showToast } from '../host/screen/overlays.ts';
import { askPerson } from '../host/screen/question-sheet.ts';
import { QUESTION_WORDS } from '../host/screen/question-words.ts';
import { type Answer, type Api, type ApiTable, async, event, Refusal } from './api.ts';
import { itemOfFunction, itemOfScope, type PrivacyItem } from './privacy-items.ts';

/** After a refusal WeChat shows no new prompt for this long, in milliseconds. */
const QUIET_TIME = 10_000;

/** What the program's own prompt tells with the `resolve` of wx.onNeedPrivacyAuthorization. */
type Told = { event?: string; buttonId?: string };
type Listener = (resolve: (told: Told) => void, cause: { referrer: string }) => void;

/**
 * The account's privacy guide: what touches personal data works only when it is declared there, and
 * after the person has agreed to it.
 */
export class PrivacyGuide {
  readonly #host: Host;
  #refusedAt: number | null = null;
  #listener: Listener | null = null;
  #asking: Promise<Refusal | null> | null = null;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Puts the guide before a function that needs it; any other is given back as it is. */
  guard(name: string, api: Api): Api {
    if (api.kind !== 'async') return api;
    const isAuthorize = name === 'authorize';
    if (!isAuthorize && !itemOfFunction(name)) return api;
    return async((options) => {
      const item = isAuthorize ? itemOfScope(String(options.scope)) : itemOfFunction(name);
      const refused = item ? this.#check(name, item) : null;
      if (!(refused instanceof Promise)) return refused ?? api.run(options);
      return refused.then((late): Answer | Promise<Answer> => late ?? api.run(options));
    });
  }

  apis(): ApiTable {
    const { user, account } = this.#host;
    return {
      getPrivacySetting: async(() => ({
        needAuthorization: account.privacyGuide.length > 0 && !user.privacyAgreed,
        privacyContractName: QUESTION_WORDS.privacyContract,
      })),
      requirePrivacyAuthorize: async(async () => {
        if (account.privacyGuide.length === 0) return {};
        return (await this.#agree('requirePrivacyAuthorize', '')) ?? {};
      }),
      openPrivacyContract: async(() => {
        const title = QUESTION_WORDS.privacyContract;
        showToast(this.#host, { title, icon: 'none', duration: 2000, mask: false });
        return {};
      }),
      onNeedPrivacyAuthorization: event((listener?: unknown) => {
        this.#listener = typeof listener === 'function' ? (listener as Listener) : null;
      }),
    };
  }

  #check(name: string, { item, functions }: PrivacyItem): AgreeOutcome {
    const { privacyGuide } = this.#host.account;
    if (!functions.some((one) => privacyGuide.includes(one))) {
      const detail = `wx.${name} needs “${item}”, which the privacy guide does not declare`;
      this.#host.ledger.breakRule('privacy.declared', detail);
      return new Refusal('api scope is not declared in the privacy agreement', { errno: 112 });
    }
    return this.#agree(name, item);
  }

  /** Null at once where the person has agreed, or agrees without being shown anything. */
  #agree(name: string, item: string): AgreeOutcome {
    const { user } = this.#host;
    if (user.privacyAgreed) return null;
    if (this.#isQuiet()) return notAuthorized(103);
    if (this.#listener || user.privacy === 'ask') {
      this.#asking ??= this.#ask(name, item).finally(() => {
        this.#asking = null;
      });
      return this.#asking;
    }
    return this.#settle(user.privacy === 'agree');
  }

  async #ask(name: string, item: string): Promise<Refusal | null> {
    const listener = this.#listener;
    if (listener) return this.#settle(await this.#askProgram(listener, name));
    const { privacy: heading, privacyText, agree: yes, refuse: no } = QUESTION_WORDS;
    const text = privacyText(item);
    return this.#settle((await askPerson(this.#host, { heading, text, yes, no })).yes);
  }

  /** The program shows a prompt of its own. Agreeing names the button that was tapped. */
  #askProgram(listener: Listener, referrer: string): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = ({ event: what, buttonId }: Told) => {
        if (what === 'agree') resolve(Boolean(buttonId));
        else if (what === 'disagree') resolve(false);
      };
      this.#host.guard('onNeedPrivacyAuthorization', () => listener(settle, { referrer }));
    });
  }

  #settle(agreed: boolean): Refusal | null {
    this.#host.user.privacyAgreed = agreed;
    this.#refusedAt = agreed ? null : this.#host.clock.now();
    return agreed ? null : notAuthorized(104);
  }

  #isQuiet(): boolean {
    return this.#refusedAt !== null && this.#host.clock.now() - this.#refusedAt < QUIET_TIME;
  }
}

type AgreeOutcome = Refusal | null | Promise<Refusal | null>;

function notAuthorized(errno: number): Refusal {
  return new Refusal('privacy permission is not authorized', { errno });
}
