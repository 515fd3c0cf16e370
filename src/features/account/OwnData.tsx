import { DATA_WORDS } from './account-words.ts';
import { DataDownload } from './DataDownload.tsx';
import { DataErasure } from './DataErasure.tsx';
import { Section } from './Section.tsx';
import { SignOut } from './SignOut.tsx';
import type { AccountView } from './use-account.ts';

/** What a reader can do with the own data: keep them, leave, have them deleted. */
export function OwnData({ noteEnding }: Pick<AccountView, 'noteEnding'>) {
  return (
    <Section title={DATA_WORDS.title}>
      <DataDownload />
      <SignOut beforeSignedOut={() => noteEnding('signed-out')} />
      <DataErasure beforeSignedOut={() => noteEnding('erased')} />
    </Section>
  );
}
