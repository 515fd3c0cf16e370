import type { Ledger } from '../../record/ledger.ts';

/** The program's console: as usual, and every error and warning also stands in the ledger. */
export function createProgramConsole(ledger: Ledger): Console {
  const noting = (level: 'error' | 'warning', write: (...args: unknown[]) => void) => {
    return (...args: unknown[]) => {
      const known = args.find((arg) => arg instanceof Error);
      ledger.addError(level, 'console', known ?? args.map(toText).join(' '));
      write.apply(console, args);
    };
  };
  return Object.assign(Object.create(console) as Console, {
    error: noting('error', console.error),
    warn: noting('warning', console.warn),
  });
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value);
  } catch (error) {
    return `[${error instanceof Error ? error.message : 'unprintable'}]`;
  }
}
