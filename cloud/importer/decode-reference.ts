/** A path or name with its %-escapes read; as it stands where they are none (a lone %, no UTF-8). */
export function decodeReference(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch (error) {
    if (error instanceof URIError) return reference;
    throw error;
  }
}
