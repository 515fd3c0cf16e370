/** The port that was asked for. */
import { fail } from './install.mjs';

const DEFAULT_PORT = 8787;

/** PORT, or the usual one. Ends the process when it is none. @param command what was typed, for the example */
export function readPort(command) {
  const port = Number(process.env.PORT || DEFAULT_PORT);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  return fail(
    `PORT must be a number from 1 to 65535, not "${process.env.PORT}". Example: PORT=3000 ${command}`,
  );
}
