export type BuildNews =
  | { kind: 'building' }
  | { kind: 'built' }
  | { kind: 'failed'; message: string };
export const WATCHED_DIR: string;
export function watchBuild(tell: (news: BuildNews) => void): {
  firstRound: Promise<boolean>;
  stop: () => void;
};
