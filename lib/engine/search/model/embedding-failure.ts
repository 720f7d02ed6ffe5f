/** What a server that embeds texts did wrong. `not_configured`: a project's vectors are of a model that nobody serves any more. */
export type EmbeddingFault = "not_configured" | "unreachable" | "timed_out" | "rate_limited" | "refused_by_server" | "server_error" | "unreadable" | "wrong_dimensions";

/** Faults that pass by themselves. */
const PASSING: readonly EmbeddingFault[] = ["unreachable", "timed_out", "rate_limited", "server_error"];

/** Thrown when a text could not be embedded. It holds no text and no key. */
export class EmbeddingFailure extends Error {
  override readonly name = "EmbeddingFailure";
  readonly fault: EmbeddingFault;
  /** Seconds after which the server wants to be asked again; 0 when it did not say. */
  readonly retryAfterSeconds: number;

  constructor(fault: EmbeddingFault, retryAfterSeconds = 0) {
    super(`The embedding server failed: ${fault}.`);
    this.fault = fault;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Whether another try may go better. */
  get isPassing(): boolean {
    return PASSING.includes(this.fault);
  }
}
