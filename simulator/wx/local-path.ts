/**
 * Whether a path names a file on the phone: of the package, downloaded, or written by the program.
 * `http://tmp` and `http://usr` are such paths, although they look like addresses.
 */
export function isLocalPath(path: string): boolean {
  return /^(?:wxfile:|http:\/\/(?:tmp|usr|store))\//.test(path) || isPackagePath(path);
}

/** Whether a path names a file of the package. */
export function isPackagePath(path: string): boolean {
  return path !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path);
}
