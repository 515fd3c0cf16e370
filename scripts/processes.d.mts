export function isAlive(pid: number): boolean;
export function toStartTime(pid: number): string;
export function findNpm(): number | undefined;
