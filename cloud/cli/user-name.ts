import { userInfo } from 'node:os';

/** The name of whoever runs this program; empty where the system knows none. */
export function readUserName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run a program under a number without a name.
    return '';
  }
}
