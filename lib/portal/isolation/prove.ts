/**
 * `npm run prove`: runs the prover against any engine over HTTP, prints what came of it and writes the signed report. Anyone with a management key can run it.
 *
 *   npm run prove -- [--url http://localhost:3000] [--management-key mk_…] [--files 20 | --probes 20000] [--out proof.json]
 *
 * Without a key it takes the one under DATA_DIR, and signs with the server's key where it lies beside it: elsewhere with a key of this run alone, which says only that
 * the report was not changed since. Exits with 1 when something came across or nothing was proven.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { signJson } from "@/lib/platform/crypto/signing";
import { appUrl, env } from "@/lib/platform/env";
import { engineAt } from "@/lib/portal/engine-door";
import type { ProofReport } from "@/lib/portal/isolation/proof-report";
import { rawOver } from "@/lib/portal/isolation/proof-target";
import { filesFor, runProof } from "@/lib/portal/isolation/run-proof";

const { values } = parseArgs({
  options: { url: { type: "string" }, "management-key": { type: "string" }, files: { type: "string", default: "20" }, probes: { type: "string" }, out: { type: "string", default: "proof.json" } },
});
const url = (values.url ?? appUrl()).replace(/\/+$/, "");
const kept = (name: string) => join(env().DATA_DIR, "secrets", name);
const key = values["management-key"] ?? env().MANAGEMENT_KEY ?? readFileSync(kept("MANAGEMENT_KEY"), "utf8").trim();
const isOurs = env().SIGNING_KEY !== undefined || existsSync(kept("SIGNING_KEY"));
const signingKey = env().SIGNING_KEY ?? (isOurs ? readFileSync(kept("SIGNING_KEY"), "utf8").trim() : randomBytes(32).toString("base64"));

const started = performance.now();
const report = await runProof({ ...engineAt(url, key), raw: rawOver(url) }, { files: values.probes === undefined ? Number(values.files) : filesFor(Number(values.probes)), engine: url });
const signed = signJson(report, signingKey);
writeFileSync(values.out, `${JSON.stringify(signed, null, 2)}\n`);

const head = (what: string) => `  ${what.padEnd(18)}${"probes".padStart(7)}${"answered".padStart(10)}${"leaked".padStart(8)}`;
const rowsOf = (counts: ProofReport["byKind"]) => Object.entries(counts).map(([kind, { probes, answered, leaked }]) => `  ${kind.padEnd(18)}${String(probes).padStart(7)}${String(answered).padStart(10)}${String(leaked).padStart(8)}`);
process.stdout.write(
  [
    `${report.probes} probes, ${report.leaked} leaks, ${report.answered} answered; ${report.controls.tried} positive controls, ${report.controls.missed.length} kinds missed; ${((performance.now() - started) / 1000).toFixed(1)} s`,
    head("asked by"),
    ...rowsOf(report.byKind),
    head("hidden as"),
    ...rowsOf(report.byMarker ?? {}),
    ...report.controls.missed.map((missed) => `not found by its own project: ${missed}`),
    `verdict: ${report.verdict}; signed by ${signed.signature.publicKey}${isOurs ? "" : " (a key of this run alone)"}; written to ${values.out}`,
    "",
  ].join("\n"),
);
process.exit(report.verdict === "holds" ? 0 : 1);
