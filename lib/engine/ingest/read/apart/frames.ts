import type { Readable, Writable } from "node:stream";

/** Every frame on the pipes begins with its length: four bytes, big endian. */
const LENGTH_BYTES = 4;

/** Takes exact numbers of bytes off a stream. It reads no further ahead than one piece, so a slow reader slows the writer. */
export class FrameReader {
  private readonly pieces: AsyncIterator<Buffer>;
  private held: Buffer[] = [];
  private heldBytes = 0;

  /** `longest` is how many bytes a frame may have; a longer one is an error. */
  constructor(stream: Readable, private readonly longest = Number.POSITIVE_INFINITY) {
    this.pieces = stream[Symbol.asyncIterator]();
  }

  /** The next `count` bytes, or undefined when the stream ends before them. */
  async take(count: number): Promise<Buffer | undefined> {
    while (this.heldBytes < count) {
      const { value, done } = await this.pieces.next();
      if (done === true) return undefined;
      this.held.push(value);
      this.heldBytes += value.length;
    }
    const all = this.held.length === 1 && this.held[0] !== undefined ? this.held[0] : Buffer.concat(this.held);
    this.held = [all.subarray(count)];
    this.heldBytes = all.length - count;
    return all.subarray(0, count);
  }

  /** The next frame, or undefined when the stream ends before its end. Throws RangeError for a frame that is too long. */
  async frame(): Promise<Buffer | undefined> {
    const length = (await this.take(LENGTH_BYTES))?.readUInt32BE(0);
    if (length === undefined) return undefined;
    if (length > this.longest) throw new RangeError("the frame is longer than any may be");
    return this.take(length);
  }
}

/** Writes a frame and waits until the other side has room again. */
export async function writeFrame(stream: Writable, content: Buffer | string): Promise<void> {
  const bytes = Buffer.from(content);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(bytes.length, 0);
  stream.write(length);
  if (!stream.write(bytes)) await roomOn(stream);
}

/** Resolves when the stream can take more, or will never again. */
function roomOn(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off("drain", done);
      stream.off("close", done);
      resolve();
    };
    stream.on("drain", done);
    stream.on("close", done);
  });
}
