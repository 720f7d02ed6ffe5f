import type { EngineClient } from "@/lib/engine/client";
import type { ProbeKind } from "@/lib/portal/isolation/probe";
import type { ProofTarget } from "@/lib/portal/isolation/proof-target";

/** A way of asking that is served with foreign documents, or only what was read off a scan. */
export type Hole = ProbeKind | "scan";

/**
 * An engine with one hole: whoever asks in the given way is served with the key of the project that was made before or after theirs. The negative control of the
 * prover: it must report each of these.
 */
export function leaking(target: ProofTarget, hole: Hole): ProofTarget {
  const keys: string[] = [];
  const keysById = new Map<string, string>();
  const dead = new Set<string | undefined>();
  const otherThan = (key: string) => keys.find((other) => other !== key && !dead.has(other)) ?? key;
  const admin: ProofTarget["admin"] = {
    ...target.admin,
    async issueKey(projectId, input) {
      const issued = await target.admin.issueKey(projectId, input);
      keys.push(issued.key);
      keysById.set(issued.id, issued.key);
      return issued;
    },
    async revokeKey(projectId, keyId) {
      if (hole === "revoked-key") return;
      await target.admin.revokeKey(projectId, keyId);
      dead.add(keysById.get(keyId));
    },
  };
  const client = (key: string): EngineClient => {
    const own = target.client(key);
    const foreign = () => target.client(otherThan(key));
    const isRotated = () => keys.indexOf(key) > 1;
    const leaksChat = (question: string, sessionId: string | undefined) =>
      (hole === "marker" && !question.startsWith("Ignore") && /^(?:What|By whom|Who is)/.test(question)) ||
      (hole === "paraphrase" && /^(?:Which|Who takes|Who looks|How many|Where)/.test(question)) ||
      (hole === "scan" && /planetarium|apprentices/.test(question)) ||
      (hole === "injection" && question.startsWith("Ignore")) ||
      (hole === "foreign-session" && sessionId !== undefined) ||
      (hole === "after-rotation" && isRotated());
    return {
      ...own,
      chat: async (input, options) => {
        const answer = await own.chat(input, options).catch(async (thrown: unknown) => {
          if (hole === "foreign-session") return foreign().chat(input, options);
          throw thrown;
        });
        // Only where one's own documents do not answer: the positive controls stay true.
        return leaksChat(input.question, input.sessionId) && answer.refused ? foreign().chat({ question: input.question }, options) : answer;
      },
      search: async (input) => {
        const answer = await own.search(input);
        if (hole === "foreign-chunk" && input.documentIds?.some((id) => id.startsWith("chk_")) === true) return foreign().search({ query: input.query });
        if (hole === "search" || (hole === "foreign-filter" && input.documentIds !== undefined && answer.results.length === 0)) {
          const { results } = await foreign().search({ ...input });
          return { ...answer, results: [...answer.results, ...results] };
        }
        return answer;
      },
      exportProject: () => (hole === "export" ? foreign() : own).exportProject(),
      documents: {
        ...own.documents,
        get: (id) => own.documents.get(id).catch((thrown: unknown) => (hole === "foreign-document" ? foreign().documents.get(id) : Promise.reject(thrown))),
        remove: async (id) => (hole === "after-deletion" ? undefined : own.documents.remove(id)),
      },
    };
  };
  const raw: ProofTarget["raw"] = async (key, request) => {
    const answer = await target.raw(key, request);
    const names = hole === "foreign-header" ? request.headers?.["x-project-id"] !== undefined : hole === "foreign-body" && request.path.includes("project=");
    return names ? target.raw(otherThan(key), { ...request, headers: {}, path: "/v1/chat" }) : answer;
  };
  return { admin, client, raw };
}
