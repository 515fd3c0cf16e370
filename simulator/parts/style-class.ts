import type { GeneralComponent } from 'glass-easel';

/**
 * A class name of wxml as it stands in the document: a component that keeps its classes to itself
 * has them with its own prefix.
 */
export function toStyleClass(component: GeneralComponent, name: string): string {
  const host = component.ownerShadowRoot?.getHostNode();
  if (!host) return name;
  const { styleScope } = host.getComponentOptions();
  const { styleScopeManager } = host.getRootBehavior().ownerSpace;
  const prefix = styleScopeManager.queryName(styleScope ?? 0);
  return prefix ? `${prefix}--${name}` : name;
}
