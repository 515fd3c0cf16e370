/**
 * A text that is safe to print: one from elsewhere may hold what moves the cursor of a terminal, forges a line, or turns the
 * direction of what follows.
 */
export function showControls(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '�');
}
