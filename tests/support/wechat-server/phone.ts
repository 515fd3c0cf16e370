/** Answers of `wx.requestSubscribeMessage` that give a message; the others give none and take none. */
const ACCEPTED = new Set(['accept', 'acceptWithAudio']);

/** What the simulated phone tells, as WeChat's client would: an HTTP status of 204, or 400 for another shape. */
export function createPhone(parts: {
  addCode: (code: string, openid: string) => void;
  addPerson: (openid: string) => void;
  hasTemplate: (templateId: string) => boolean;
  grant: (openid: string, templateId: string, times: number) => void;
}) {
  const routes: Readonly<Record<string, (body: Readonly<Record<string, unknown>>) => boolean>> = {
    '/phone/login-codes': ({ code, openid }) => {
      if (!isText(code) || !isText(openid)) return false;
      parts.addCode(code, openid);
      return true;
    },
    '/phone/subscriptions': ({ openid, answers }) => {
      if (!isText(openid) || typeof answers !== 'object' || answers === null) return false;
      parts.addPerson(openid);
      for (const [templateId, answer] of Object.entries(answers))
        if (ACCEPTED.has(String(answer)) && parts.hasTemplate(templateId))
          parts.grant(openid, templateId, 1);
      return true;
    },
  };
  return {
    isPath: (path: string) => Object.hasOwn(routes, path),
    answer: (path: string, body: Readonly<Record<string, unknown>> | undefined): 204 | 400 =>
      body && routes[path]?.(body) ? 204 : 400,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
