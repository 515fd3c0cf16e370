/** Which stored file an address on the web held when it was fetched last. */
export interface MediaOriginTable {
  /** What it was used as, and its address: `picture https://…`. */
  origin: string;
  sha256: string;
}
