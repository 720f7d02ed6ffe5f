/** No fax or scan has more, and a list of pages may be made to run in a circle. */
const MOST_PAGES = 5_000;

/**
 * The pages of a TIFF file, each as a file whose first page it is: the header's pointer to the first directory (TIFF 6.0,
 * section 2) is set to the page's. Anything broken gives the pages up to there.
 */
export function* tiffPages(bytes: Buffer): Generator<Buffer> {
  const little = bytes.subarray(0, 2).toString("latin1") === "II";
  const short = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const seen = new Set<number>();
  let directory = bytes.length >= 8 ? long(4) : 0;
  while (directory > 0 && directory + 2 <= bytes.length && !seen.has(directory) && seen.size < MOST_PAGES) {
    seen.add(directory);
    const page = Buffer.from(bytes);
    if (little) page.writeUInt32LE(directory, 4);
    else page.writeUInt32BE(directory, 4);
    yield page;
    const next = directory + 2 + short(directory) * 12;
    directory = next + 4 <= bytes.length ? long(next) : 0;
  }
}
