/** Why a model gave no whole answer. */
export type FailureReason = "timed_out" | "rate_limited" | "refused_by_server" | "cut_off" | "unreadable" | "unreachable";

/** Thrown when a language model gives no whole answer; it holds nothing of what the server said. */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure";

  constructor(readonly reason: FailureReason) {
    super(`The language model gave no whole answer: ${reason}.`);
  }
}
