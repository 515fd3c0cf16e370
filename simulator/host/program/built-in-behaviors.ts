import type { GeneralComponent } from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { addFormField } from '../../parts/form.ts';

/**
 * A definition whose behaviors of WeChat's own, which programs name by a text, are the real ones:
 * framework/custom-component/behaviors.html. Throws for one that is not modelled.
 */
export function withBuiltIn<Definition extends object>(
  space: CodeSpace,
  definition: Definition,
): Definition {
  const { behaviors } = definition as { behaviors?: unknown[] };
  if (!behaviors?.some((behavior) => typeof behavior === 'string')) return definition;
  const complete = behaviors.map((behavior) =>
    typeof behavior === 'string' ? builtIn(space, behavior) : behavior,
  );
  return { ...definition, behaviors: complete };
}

function builtIn(space: CodeSpace, name: string): unknown {
  if (name !== 'wx://form-field') {
    throw new Error(`behavior ${name} is not modelled by the simulator`);
  }
  return space.componentEnv('', ({ Behavior }) =>
    Behavior({
      properties: { name: String, value: null },
      lifetimes: {
        created() {
          addFormField((this as unknown as { _$: GeneralComponent })._$);
        },
      },
    }),
  );
}
