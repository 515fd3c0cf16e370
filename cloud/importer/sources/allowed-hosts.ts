/** Private hosts that may be fetched from all the same: `host:port`, lower case. */
export type AllowedHosts = ReadonlySet<string>;

const ENTRY = /^(\[[\da-f:.]+\]|[^\s:/@?#[\]]+)(?::(\d{1,5}))?$/i;

function toEntries(written: string): string[] | undefined {
  const [, host, port] = ENTRY.exec(written) ?? [];
  if (host === undefined || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535) return undefined;
  if (!URL.canParse(`http://${host}/`)) return undefined;
  const { hostname } = new URL(`http://${host}/`);
  return (port === undefined ? ['80', '443'] : [port]).map((at) => `${hostname}:${Number(at)}`);
}

/**
 * Reads the setting `IMPORT_ALLOW_HOSTS`: `host` or `host:port` with commas between; without a port 80 and 443.
 *
 * @returns undefined when an entry is no host
 */
export function parseAllowedHosts(text: string | undefined): AllowedHosts | undefined {
  const written = (text ?? '').split(',').map((entry) => entry.trim());
  const entries = written.filter((entry) => entry !== '').map(toEntries);
  return entries.includes(undefined) ? undefined : new Set(entries.flatMap((entry) => entry ?? []));
}

/** What the environment allows. A setting that can't be read allows nothing; the endpoint does not start with one. */
export function readAllowedHosts(): AllowedHosts {
  return parseAllowedHosts(process.env.IMPORT_ALLOW_HOSTS) ?? new Set();
}

/** The port of an http or https address. */
export const toPort = ({ protocol, port }: URL): number =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);

export const isAllowedHost = (url: URL, allowed: AllowedHosts): boolean =>
  allowed.has(`${url.hostname}:${toPort(url)}`);
