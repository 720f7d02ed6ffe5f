import "server-only";

import type { ModelSettings } from "@/lib/engine/answer/writing/model-settings";

/** Settings for a test's model at a URL. */
export function sampleSettings(url: string, changes: Partial<ModelSettings> = {}): ModelSettings {
  return { url, apiKey: "test-key", model: "test", timeoutMs: 20_000, silenceMs: 10_000, answerTokens: 6_000, projectTokens: 10_000_000, ...changes };
}
