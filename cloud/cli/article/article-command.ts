import type { LifeCommand } from '../../domain/article-changes.ts';
import type { ContentValues } from '../../domain/article-content.ts';
import type { ArticleState } from '../../domain/article-state.ts';

/** Who changes something; the system's user where nobody is named. */
interface Told {
  by: string | undefined;
  /** For other editors; empty when there is none. */
  note: string;
}

interface Named {
  /** An id, or words of a title. */
  named: string;
}

export interface ListCommand {
  kind: 'list';
  state: ArticleState | undefined;
  channelId: string | undefined;
}

export interface LifeRequest extends Named, Told {
  kind: 'life';
  change: LifeCommand;
}

export interface CorrectRequest extends Named, Told {
  kind: 'correct';
  words: Omit<ContentValues, 'body'>;
  /** A file with the new body. */
  bodyFile: string | undefined;
  /** The version that the editor had before them. */
  base: number | undefined;
}

export interface RestoreRequest extends Named, Told {
  kind: 'restore';
  version: number;
}

/** What the editor asked for. */
export type ArticleCommand =
  | ListCommand
  | (Named & { kind: 'show' | 'history' })
  | LifeRequest
  | CorrectRequest
  | RestoreRequest;
