/** Whoever reads along may have seen enough (`… | head`): the command goes on without a reader, so that its work gets done. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** Writes a line for whoever called the command. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
