import { byWords, chatted, run } from "@/lib/portal/isolation/across";
import type { PlantedProject } from "@/lib/portal/isolation/plant";
import { type Probe, responseOf } from "@/lib/portal/isolation/probe";
import type { ProofTarget } from "@/lib/portal/isolation/proof-target";

/** Gives the asker a new key, ends the old one, and asks across again with both. */
export async function* afterRotation(target: ProofTarget, asker: PlantedProject, other: PlantedProject): AsyncGenerator<Probe> {
  const { id, key } = await target.admin.issueKey(asker.projectId, { name: "isolation proof, rotated" });
  await target.admin.revokeKey(asker.projectId, asker.keyId);
  const rotated = { ...asker, keyId: id, key, client: target.client(key) };
  for (const marker of other.markers) {
    for await (const probe of run(byWords(rotated, marker).slice(0, 1), other)) yield { ...probe, kind: "after-rotation", what: `${probe.what} with a rotated key` };
  }
  // A dead key opens nothing, of its own project neither.
  for (const { question } of asker.markers.slice(0, 2)) {
    const response = await responseOf(() => chatted(asker.client, question));
    yield { kind: "revoked-key", what: "asked with a key that was revoked", outcome: response.answered ? "answered" : "held" };
  }
}

/** Removes two of the other project's documents, the scan and one of text, and asks for their secrets, in its own project and across. */
export async function* afterDeletion(asker: PlantedProject, other: PlantedProject): AsyncGenerator<Probe> {
  const gone = other.files.slice(0, 2);
  for (const { name } of gone) await other.client.documents.remove(other.documentIds.get(name) ?? name);
  for (const { secret, question, kind } of gone.flatMap(({ markers }) => markers)) {
    for (const [who, client] of [["its own project", other.client], ["the other project", asker.client]] as const) {
      const response = await responseOf(() => chatted(client, question));
      yield { kind: "after-deletion", marker: kind, what: `asked ${who} for a ${kind} of a deleted document`, outcome: response.text.includes(secret) ? "leaked" : "held" };
    }
  }
}
