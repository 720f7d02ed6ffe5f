/** Looks for malware. The one that comes with the product knows the standard test file; a real one stands behind this interface. */
export interface Scanner {
  /** The name of what was found, or undefined when the file is clean. */
  scan(bytes: Buffer, signal: AbortSignal): Promise<string | undefined>;
}
