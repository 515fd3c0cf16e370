/** The members in groups of at most `size`, in order; one empty group when there are none. */
export function toGroups<T>(members: readonly T[], size: number): T[][] {
  return toWeighedGroups(members, { size, weight: size, weigh: () => 1 });
}

interface GroupLimits<T> {
  /** Members of a group at most. */
  size: number;
  /** Weight of a group at most; a member that is heavier by itself stands alone. */
  weight: number;
  weigh: (member: T) => number;
}

/** The members in groups that keep both limits, in order; one empty group when there are none. */
export function toWeighedGroups<T>(members: readonly T[], limits: GroupLimits<T>): T[][] {
  let group: T[] = [];
  let sum = 0;
  const groups = [group];
  for (const member of members) {
    const weight = limits.weigh(member);
    if (group.length > 0 && (group.length >= limits.size || sum + weight > limits.weight)) {
      group = [];
      groups.push(group);
      sum = 0;
    }
    group.push(member);
    sum += weight;
  }
  return groups;
}
