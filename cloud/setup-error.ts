/** Something outside the program stands in its way. The message is one line and says what to do about it. */
export class SetupError extends Error {
  override name = 'SetupError';
}
