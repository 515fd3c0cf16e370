import { CODE_NAMES, DEFAULT_SETTINGS, type Settings } from './desk-state.ts';
import { DESK_WORDS as WORDS } from './desk-words.ts';
import { byId } from './element-by-id.ts';

type Name = keyof Settings;

/** The form of the settings: its fields carry their names. */
export class SettingsForm {
  readonly #form = byId<HTMLFormElement>('settings');
  readonly #way = byId<HTMLSelectElement>('way');

  /** @param onChange gets all settings, and the names of those that were changed */
  constructor(onChange: (settings: Settings, name: Name) => void) {
    const tell = (name: Name) => {
      this.#showWay();
      if (this.#form.checkValidity()) onChange(this.read(), name);
    };
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('change', ({ target }) => {
      if (target === this.#way) {
        this.#field('scene').value = this.#way.value;
        if (this.#way.value === '') this.#focusScene();
        else tell('scene');
        return;
      }
      const { name } = target as HTMLInputElement;
      if (name in DEFAULT_SETTINGS) tell(name as Name);
    });
    byId('present').addEventListener('click', () => {
      this.#field('now').value = '';
      tell('now');
    });
  }

  /** What a field does not know becomes the default again. */
  write(settings: Settings): void {
    for (const name of Object.keys(DEFAULT_SETTINGS) as Name[]) {
      this.#set(name, settings[name]);
      if (this.#get(name) !== settings[name]) this.#set(name, DEFAULT_SETTINGS[name]);
    }
    if (!this.#form.checkValidity()) this.#set('scene', DEFAULT_SETTINGS.scene);
    this.#showWay();
  }

  read(): Settings {
    const names = Object.keys(DEFAULT_SETTINGS) as Name[];
    return Object.fromEntries(names.map((name) => [name, this.#get(name)])) as Settings;
  }

  #field(name: Name): HTMLInputElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement;
  }

  #get(name: Name): string {
    const field = this.#field(name);
    return field.type === 'checkbox' && !field.checked ? '' : field.value;
  }

  #set(name: Name, value: string): void {
    const field = this.#field(name);
    if (field.type === 'checkbox') field.checked = value === field.value;
    else field.value = value;
  }

  /** The list beside the number follows it; the code's field is there where a code was scanned. */
  #showWay(): void {
    const scene = this.#field('scene').value;
    this.#way.value = scene;
    if (this.#way.selectedIndex < 0) this.#way.value = '';
    const name = CODE_NAMES[scene];
    byId('code-row').hidden = name === undefined;
    if (name) byId('code-label').textContent = WORDS.code(name);
  }

  #focusScene(): void {
    const field = this.#field('scene');
    field.value = '';
    field.focus();
  }
}
