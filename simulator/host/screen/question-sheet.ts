import { element } from '../element.ts';
import type { Host } from '../host.ts';
import { closeLayer, placeLayer } from './layers.ts';

/** What WeChat itself asks the person, over the page. */
export type Question = {
  heading: string;
  text?: string;
  /** Things to tick one by one, all ticked at first. */
  choices?: readonly string[];
  /** Word of the tick that keeps the answer for the future. */
  remember?: string;
  yes: string;
  no: string;
};

export type Reply = {
  yes: boolean;
  /** The choices that were ticked when yes was tapped. */
  chosen: string[];
  remember: boolean;
};

/** Shows a question and resolves with what the person taps; one at a time, a second gets a no. */
export function askPerson(host: Host, question: Question): Promise<Reply> {
  if (host.screen.overlays.querySelector('[data-kind="question"]')) {
    return Promise.resolve({ yes: false, chosen: [], remember: false });
  }
  return new Promise((resolve) => {
    const sheet = element('div', 'phone-sheet phone-question');
    sheet.setAttribute('role', 'dialog');
    sheet.setAttribute('aria-label', question.heading);
    sheet.append(element('h2', '', question.heading));
    if (question.text) sheet.append(element('p', '', question.text));
    const choices = (question.choices ?? []).map((word) => ({
      word,
      box: tick(sheet, word, true),
    }));
    const remember = question.remember ? tick(sheet, question.remember, false) : null;
    const answer = (yes: boolean) => {
      closeLayer(host, 'question');
      const chosen = choices.filter(({ box }) => yes && box.checked).map(({ word }) => word);
      resolve({ yes, chosen, remember: remember?.checked ?? false });
    };
    const buttons = element('div', 'phone-question-buttons');
    for (const [yes, word] of [
      [false, question.no],
      [true, question.yes],
    ] as const) {
      const button = element('button', yes ? 'is-yes' : '', word);
      button.addEventListener('click', () => answer(yes));
      buttons.append(button);
    }
    sheet.append(buttons);
    placeLayer(host, 'question', sheet, () => answer(false));
  });
}

function tick(sheet: HTMLElement, word: string, checked: boolean): HTMLInputElement {
  const label = element('label', 'phone-question-tick', word);
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = checked;
  label.prepend(box);
  sheet.append(label);
  return box;
}
