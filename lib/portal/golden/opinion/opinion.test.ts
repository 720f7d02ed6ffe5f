import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { serve, type TestServer } from "@/lib/platform/http/testing/serve";
import { askGoldenQuestion } from "@/lib/portal/golden/ask-golden-question";
import { askedQuestion } from "@/lib/portal/golden/golden-question";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { askOpinion } from "@/lib/portal/golden/opinion/ask-opinion";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { readyDocument, ScriptedEngine } from "@/lib/portal/testing/scripted-engine";

const settings = vi.hoisted(() => ({ LLM_URL: "", LLM_MODEL: "judge", LLM_API_KEY: "test-key", LLM_TIMEOUT_MS: 1_000 }));
vi.mock("@/lib/platform/env", async (original) => {
  const { env, ...rest } = await original<{ env: () => object }>();
  return { ...rest, env: () => ({ ...env(), ...settings }) };
});

interface Asked {
  path: string;
  authorization: string | null;
  body: { model: string; max_tokens?: number; max_completion_tokens?: number; temperature?: number; messages: { role: string; content: string }[] };
}

let server: TestServer;
let asked: Asked[] = [];
let script: (asked: Asked) => Response | Promise<Response>;

/** A whole answer of an OpenAI-compatible server. */
function says(content: string): Response {
  return Response.json({ id: "chatcmpl-1", object: "chat.completion", created: 1_700_000_000, model: "judge", choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }], usage: { prompt_tokens: 90, completion_tokens: 20, total_tokens: 110 } });
}
const opinion = (agrees: boolean, reason: string) => JSON.stringify({ agrees, reason });

beforeAll(async () => {
  server = await serve(async (request) => {
    const received: Asked = { path: new URL(request.url).pathname, authorization: request.headers.get("authorization"), body: await request.json() };
    asked.push(received);
    return script(received);
  });
  settings.LLM_URL = `${server.url}/v1`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  script = () => says(opinion(true, "Both say fifteen days."));
});

const COMPARED = { question: "How long is leave?", reference: "Fifteen days.", answer: "Three weeks of five days." };
const endless = () => new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(16_384).fill(32)) }));
const broken = () => new Response(new ReadableStream({ start: (controller) => controller.error(new Error("broken")) }));
const never = () => new Promise<Response>(() => undefined);

describe("a model's opinion", () => {
  it("is asked for as an OpenAI-compatible server expects it, with the three texts as material", async () => {
    expect(await askOpinion(COMPARED)).toEqual({ agrees: true, reason: "Both say fifteen days" });
    const [{ path, authorization, body } = { path: "", authorization: "", body: { model: "", messages: [] } }] = asked;
    expect([path, authorization, body.model]).toEqual(["/v1/chat/completions", "Bearer test-key", "judge"]);
    expect(JSON.parse(body.messages[1]?.content ?? "")).toEqual(COMPARED);
  });

  it.each([
    ["in a fence", "```json\n{\"agrees\": false, \"reason\": \"It says twenty.\"}\n```"],
    ["with words around it", 'Here it is: {"agrees": false, "reason": "It says twenty."} I hope it helps.'],
  ])("is found %s", async (_how, content) => {
    script = () => says(content);
    expect(await askOpinion(COMPARED)).toEqual({ agrees: false, reason: "It says twenty" });
  });

  it("is asked for in newer names by a server that knows those alone", async () => {
    script = ({ body }) => (body.max_tokens === undefined ? says(opinion(true, "the same")) : Response.json({ error: { message: "Unsupported parameter" } }, { status: 400 }));
    expect(await askOpinion(COMPARED)).toEqual({ agrees: true, reason: "the same" });
    expect(asked.map(({ body }) => [body.temperature, body.max_completion_tokens])).toEqual([[0, undefined], [undefined, 400]]);
  });

  it("is cut where it goes on and on", async () => {
    script = () => says(opinion(true, "so ".repeat(1_000)));
    expect((await askOpinion(COMPARED))?.reason).toHaveLength(241);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ["that is no JSON", () => says("I think they agree.")],
    ["without a yes or no", () => says('{"agrees": "perhaps", "reason": "hard to say"}')],
    ["without a reason", () => says('{"agrees": true, "reason": " "}')],
    ["without choices", () => Response.json({ choices: [] })],
    ["that is a page", () => new Response("<html>", { headers: { "content-type": "text/html" } })],
    ["that is an error", () => new Response("no", { status: 500 })],
    ["that points elsewhere", () => new Response(null, { status: 302, headers: { location: "http://127.0.0.1:9/" } })],
    ["that breaks off", broken],
    ["that never ends", endless],
    ["that never comes", never],
  ])("is none from an answer %s", async (_what, answer) => {
    script = answer;
    expect(await askOpinion(COMPARED)).toBeUndefined();
  });

  it("is given up at once when whoever asked goes away", async () => {
    script = never;
    await expect(askOpinion(COMPARED, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  });
});

describe("a golden question that asks for it", () => {
  const QUESTION = "How long is leave?";
  const expecting = (modelOpinion: "none" | "shown" | "counts") => askedQuestion.parse({ question: QUESTION, wordings: ["And leave?"], referenceAnswer: "Fifteen working days", modelOpinion });
  const engine = new ScriptedEngine();
  engine.documents = [readyDocument("leave.md")];
  engine.answers.set(QUESTION, "Three weeks away from work.");
  engine.answers.set("And leave?", "Three weeks, from Monday to Friday.");

  it("passes in other words only when it counts; every wording is compared then", async () => {
    const outcomes = [];
    for (const modelOpinion of ["none", "shown", "counts"] as const) {
      asked = [];
      const { judgement } = await askGoldenQuestion(engine.client, expecting(modelOpinion));
      outcomes.push([modelOpinion, asked.length, judgement.passed, judgement.findings.filter(({ aspect }) => aspect === "opinion").length]);
    }
    expect(outcomes).toEqual([
      ["none", 0, false, 0],
      ["shown", 1, false, 1],
      ["counts", 2, true, 1],
    ]);
  });

  it("goes by the words when there is no opinion", async () => {
    script = () => says("Nothing I could say.");
    const { judgement } = await askGoldenQuestion(engine.client, expecting("counts"));
    expect(judgement).toMatchObject({ passed: false, reason: expect.stringContaining("words of the reference answer") });
    expect(judgement.findings.some(({ aspect }) => aspect === "opinion")).toBe(false);
  });

  it("is kept as it was written, and wants a reference answer", async () => {
    const scope = await ownerScope(await newTenant());
    await saveGoldenQuestion(scope, { question: QUESTION, referenceAnswer: "Fifteen days", modelOpinion: "counts" });
    expect(await listGoldenQuestions(scope)).toMatchObject([{ modelOpinion: "counts" }]);
    await expect(saveGoldenQuestion(scope, { question: QUESTION, expectedPhrases: ["15"], modelOpinion: "shown" })).rejects.toMatchObject({ code: "validation_failed", errors: [{ path: "modelOpinion" }] });
  });
});
