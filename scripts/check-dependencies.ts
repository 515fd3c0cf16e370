/** Holds the imports against .dependency-cruiser.cjs, and fails when a part of the project was not read at all. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';

const PARTS = [
  'src',
  'cloud',
  'simulator',
  'types',
  'rules',
  'scripts',
  'tests',
  'bench',
  'config',
];

export interface DependencyReport {
  modules: number;
  imports: number;
  /** One sentence each; empty when every rule holds and every part was read. */
  faults: string[];
}

/** @param root folder that holds the parts and .dependency-cruiser.cjs */
export async function checkDependencies(root: string, parts = PARTS): Promise<DependencyReport> {
  const configuration = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
  const { output } = await cruise(parts, {
    ...configuration.options,
    ruleSet: { forbidden: configuration.forbidden },
    validate: true,
    baseDir: root,
  });
  const { modules, summary } = output as ICruiseResult;
  const own = modules.filter((module) => !module.source.includes('node_modules'));
  const faults = summary.violations.map(
    (violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`,
  );
  for (const part of parts) {
    const read = own.filter((module) => module.source.startsWith(`${part}/`)).length;
    if (read === 0) faults.push(`${part}/: no module was read, so its rules hold nothing.`);
  }
  return { modules: own.length, imports: summary.totalDependenciesCruised ?? 0, faults };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const report = await checkDependencies(fileURLToPath(new URL('..', import.meta.url)));
  for (const fault of report.faults) console.error(`✗ ${fault}`);
  console.log(
    `${report.modules} modules, ${report.imports} imports, ${report.faults.length} faults`,
  );
  if (report.faults.length > 0) process.exitCode = 1;
}
