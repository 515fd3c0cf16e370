import { useEffect, useMemo } from 'react';
import { logNotice } from './log.ts';

/** The members that pass their check, so that a broken one costs itself and not the page; how many don't is noted. */
export function useKnownMembers<T>(
  members: readonly unknown[],
  isKnown: (member: unknown) => member is T,
): T[] {
  const known = useMemo(() => members.filter(isKnown), [members, isKnown]);
  const dropped = members.length - known.length;
  useEffect(() => {
    if (dropped > 0) logNotice(`${dropped} broken members of an answer are left out`);
  }, [dropped]);
  return known;
}
