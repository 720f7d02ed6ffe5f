import { chatted } from "@/lib/portal/isolation/across";
import { digestOf } from "@/lib/portal/isolation/digest-of";
import { textAndDigest } from "@/lib/portal/isolation/export-text";
import type { PlantedProject } from "@/lib/portal/isolation/plant";
import { responseOf } from "@/lib/portal/isolation/probe";

/** What the positive controls found: a proof in which a project does not even find its own secrets proves nothing. */
export interface Controls {
  tried: number;
  /** What was not found, without the secret itself. */
  missed: string[];
}

/** Looks for each of a project's own secrets in every way in which they are looked for across. */
export async function positiveControls(project: PlantedProject): Promise<Controls> {
  const controls: Controls = { tried: project.unread.length, missed: [...project.unread] };
  const expectFound = async (what: string, secret: string, find: () => Promise<string>) => {
    controls.tried += 1;
    const { text } = await responseOf(async () => ({ text: await find(), answered: true }));
    if (!text.includes(secret)) controls.missed.push(what);
  };
  for (const { kind, secret, question } of project.markers) {
    await expectFound(`a ${kind} in a chat`, secret, async () => (await chatted(project.client, question)).text);
    await expectFound(`a ${kind} through search`, secret, async () => JSON.stringify(await project.client.search({ query: question, limit: 50 })));
  }
  for (const { name, bytes, markers } of project.files) {
    const id = project.documentIds.get(name) ?? "";
    const secret = markers[0]?.secret ?? name;
    await expectFound("a page", secret, async () => (await project.client.documents.page(id, 1)).text);
    await expectFound("an original", digestOf(bytes), async () => textAndDigest((await project.client.documents.content(id)).body));
    await expectFound("a search within a document", secret, async () => JSON.stringify(await project.client.search({ query: markers[0]?.question ?? name, documentIds: [id] })));
  }
  await expectFound("its conversation", project.sessionId, async () => (await project.client.chat({ question: "And what else?", sessionId: project.sessionId })).sessionId);
  return controls;
}
