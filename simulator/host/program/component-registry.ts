import {
  Component as FrameworkComponent,
  type GeneralBehavior,
  type GeneralComponent,
} from 'glass-easel';
import { type CodeSpace, MiniProgramEnv, type types } from 'glass-easel-miniprogram-adapter';
import { installParts } from '../../parts/install-parts.ts';
import type { Program } from '../../program.ts';
import type { Ledger } from '../../record/ledger.ts';
import { giveObservers } from '../../wx/component-observers.ts';
import { resolvePath } from '../resolve-path.ts';
import { withBuiltIn } from './built-in-behaviors.ts';
import { countData, type DataCaller } from './count-data.ts';
import type { ModuleLoader } from './module-loader.ts';
import { ReadyQueue } from './ready-queue.ts';
import { evaluateTemplates, type TemplateTable, type WxsNames } from './template-scope.ts';

/** Element of a tab bar that the program draws itself. */
export const CUSTOM_TAB_BAR = 'custom-tab-bar';

type Definition = Parameters<Parameters<Parameters<CodeSpace['componentEnv']>[1]>[0]['Page']>[0];

/** Defines the program's pages and components when they are first needed, their parts first. */
export class ComponentRegistry {
  readonly env = new MiniProgramEnv();
  readonly space: CodeSpace;
  readonly ready = new ReadyQueue();
  readonly #program: Program;
  readonly #ledger: Ledger;
  readonly #templates: TemplateTable;
  readonly #known: Set<string>;
  readonly #seen = new Set<string>();
  #current: string | null = null;
  #registered = false;
  loader: ModuleLoader | null = null;

  /** @param names what the program's wxs sees of its phone */
  constructor(program: Program, ledger: Ledger, names: WxsNames) {
    this.#program = program;
    this.#ledger = ledger;
    this.space = this.env.createCodeSpace('program', true);
    this.space.getComponentSpace().updateComponentOptions({ writeIdToDOM: true });
    this.space.setOverallBehavior(this.#watchLife());
    this.#known = new Set([...installParts(this.space.getComponentSpace()), CUSTOM_TAB_BAR]);
    this.#templates = evaluateTemplates(program.templates, names, ledger);
    this.#noteMissingHandlers();
  }

  /** Loads a page or component and everything that it uses; false when the build lacks it. */
  require(path: string): boolean {
    if (this.#seen.has(path)) return true;
    const config = this.#program.configs[path];
    if (!config) return false;
    this.#seen.add(path);
    const using = { ...this.#program.app.usingComponents, ...config.usingComponents };
    for (const [name, url] of Object.entries(using)) {
      this.#known.add(name);
      const target = resolvePath(url, path);
      if (!this.require(target)) {
        this.#ledger.breakRule(
          'component.missing',
          `${path}.json uses ${target}, which is not there`,
        );
      }
    }
    const content = this.#templates[path];
    if (content) this.space.addCompiledTemplate(path, { content });
    const scope = this.#program.styleScopes[path];
    if (scope) this.space.addStyleSheet(path, undefined, scope);
    this.space.addComponentStaticConfig(path, {
      ...config,
      usingComponents: using,
    } as types.ComponentStaticConfig);
    this.#runScript(path);
    return true;
  }

  /** `Page`, `Component` and `Behavior` as the scripts see them. */
  constructors() {
    return {
      Page: (definition: Definition) => this.#define('Page', definition),
      Component: (definition: Definition) => this.#define('Component', definition),
      Behavior: (definition: Definition) =>
        this.space.componentEnv(this.#current ?? '', ({ Behavior }) =>
          Behavior(withBuiltIn(this.space, definition) as Parameters<typeof Behavior>[0]),
        ),
    };
  }

  /** Notes an element that is neither a built-in part nor a component of the program. */
  noteElement(tagName: string): void {
    if (this.#known.has(tagName)) return;
    this.#known.add(tagName);
    this.#ledger.breakRule('part.unknown', `<${tagName}> is not modelled by the simulator`);
  }

  #define(kind: 'Page' | 'Component', definition: Definition): void {
    const path = this.#current;
    if (path === null) throw new Error(`${kind}() must be called while its own script is loaded`);
    this.#registered = true;
    const complete = withBuiltIn(this.space, definition);
    this.space.componentEnv(path, ({ Page, Component }) => {
      if (kind === 'Page') Page(complete);
      else Component(complete as Parameters<typeof Component>[0]);
    });
  }

  #runScript(path: string): void {
    const outer = this.#current;
    this.#current = path;
    this.#registered = false;
    try {
      this.loader?.run(`${path}.js`);
      if (!this.#registered) throw new Error(`${path}.js calls neither Page() nor Component()`);
    } catch (error) {
      this.#ledger.addError('error', 'program', error);
      if (!this.#registered) this.space.componentEnv(path, ({ Component }) => Component({}));
    } finally {
      this.#current = outer;
    }
  }

  /** The framework looks a handler up by name when its event comes, and passes over one that is not there. */
  #noteMissingHandlers(): void {
    const ledger = this.#ledger;
    const getMethod = FrameworkComponent.getMethod;
    FrameworkComponent.getMethod = ((component: GeneralComponent, name: string) => {
      const method = getMethod(component, name);
      if (method === undefined && name !== '') {
        ledger.addError(
          'error',
          'program',
          `${component.is} has no function "${name}" for an event`,
        );
      }
      return method;
    }) as typeof getMethod;
  }

  /** A behavior that every page and component gets: its data is counted, and it becomes ready. */
  #watchLife(): GeneralBehavior {
    const ledger = this.#ledger;
    const ready = this.ready;
    const behavior = this.space.getComponentSpace().defineBehavior({
      lifetimes: {
        created() {
          const caller = this as unknown as DataCaller;
          countData(caller, ledger);
          giveObservers(caller);
        },
        attached() {
          ready.add((this as unknown as DataCaller)._$);
        },
      },
    });
    return behavior as unknown as GeneralBehavior;
  }
}
