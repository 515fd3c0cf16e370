import { parseQuery } from './query.ts';

/** WeChat's numbers of the ways in: framework/app-service/scene.html. */

/** Codes that are scanned, long-pressed or chosen from the album: QR codes and mini-program codes. */
const CODE_SCENES = new Set([1011, 1012, 1013, 1047, 1048, 1049]);

/**
 * Ways in that go back to what was open, when they name no page: the lists and shortcuts of
 * framework/runtime/operating-mechanism.html.
 */
const RETURNING_SCENES = new Set([
  ...[1001, 1003, 1023, 1038, 1056, 1080, 1083, 1089, 1090, 1103, 1104, 1113, 1114, 1117],
]);

const LONGEST_CODE = 32;
const CODE_CHARACTERS = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]*$/;

/** Whether a hot start by this scene, without a path, keeps the pages that are open. */
export function keepsPages(scene: number): boolean {
  return RETURNING_SCENES.has(scene);
}

/**
 * The query as the program gets it: what a code carries arrives as `scene`, percent-encoded.
 * Throws where no such code can be made (wxacode.getUnlimited).
 */
export function toEnterQuery(query: string, scene: number): Record<string, string> {
  const parsed = parseQuery(query);
  if (!CODE_SCENES.has(scene) || parsed.scene === undefined) return parsed;
  const carried = decoded(parsed.scene);
  if (carried.length > LONGEST_CODE) {
    throw new Error(
      `a code's scene has at most ${LONGEST_CODE} characters, this one ${carried.length}: ${carried}`,
    );
  }
  if (!CODE_CHARACTERS.test(carried)) {
    throw new Error(
      `a code's scene has only 0-9A-Za-z!#$&'()*+,/:;=?@-._~, this one does not: ${carried}`,
    );
  }
  return { ...parsed, scene: encodeURIComponent(carried) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    throw new Error(`a code's scene is percent-encoded, this one is not: ${text}`, {
      cause: error,
    });
  }
}
