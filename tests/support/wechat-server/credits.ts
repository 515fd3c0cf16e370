/** How many messages each person may still get of each template; a long-term one is `Infinity` once accepted. */
export function createCredits(isLongTerm: (templateId: string) => boolean) {
  const left = new Map<string, number>();
  const toKey = (openid: string, templateId: string) => `${openid} ${templateId}`;
  const count = (openid: string, templateId: string) => left.get(toKey(openid, templateId)) ?? 0;

  const grant = (openid: string, templateId: string, times: number) => {
    const more = isLongTerm(templateId) ? Number.POSITIVE_INFINITY : times;
    left.set(toKey(openid, templateId), count(openid, templateId) + more);
  };

  return {
    count,
    grant,
    /** One message less. `false` when there was none left. */
    take: (openid: string, templateId: string): boolean => {
      const standing = count(openid, templateId);
      if (standing <= 0) return false;
      if (standing === 1) left.delete(toKey(openid, templateId));
      else left.set(toKey(openid, templateId), standing - 1);
      return true;
    },
    /** What refusing in WeChat's own settings does: nothing that was accepted before counts any more. */
    forget: (openid: string, templateId: string) => {
      left.delete(toKey(openid, templateId));
    },
  };
}
