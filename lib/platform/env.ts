import { z } from "zod";

const flag = z.enum(["0", "1"]).transform((value) => value === "1");
const secret = (bytes: number, how: string) =>
  z.string().refine((value) => Buffer.from(value, "base64").length >= bytes, { message: `must be at least ${bytes} random bytes in base64; make one with: ${how}` });

const RANDOM_KEY = "openssl rand -base64 32";

/** Every setting the processes of this product read, with its default; see docs/configuration.md for the person's side. */
const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** TCP port of the web process. */
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** Where people and links reach the portal; no trailing slash. */
  APP_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")).optional(),
  /** Everything the embedded mode writes lies under this folder. */
  DATA_DIR: z.string().min(1).default(".data"),
  /** The owner's login, used by the launcher alone (migrations, roles). Unset: the embedded PostgreSQL. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The restricted logins, handed to the web and worker processes by the launcher. */
  PORTAL_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ENGINE_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Wraps every project's data key and every sealed tenant key: 32 bytes, base64. */
  MASTER_KEY: secret(32, RANDOM_KEY).optional(),
  /** What MASTER_KEY is to be exchanged for; read by `npm run rotate-master-key` alone. */
  NEW_MASTER_KEY: secret(32, RANDOM_KEY).optional(),
  /** Signs the session cookie. */
  AUTH_SECRET: secret(32, RANDOM_KEY).optional(),
  /** Signs proofs, receipts and exports: 32 bytes, base64. Unset: a key derived from MASTER_KEY, which then changes when that is rotated. */
  SIGNING_KEY: secret(32, RANDOM_KEY).optional(),
  /** Creates projects and issues keys; reads no document. */
  MANAGEMENT_KEY: z.string().regex(/^mk_[A-Za-z0-9_-]{32,}$/, "must be mk_ and at least 32 letters, digits, - or _").optional(),
  /** Opens the operator API under /api/v1. */
  OPERATOR_TOKEN: z.string().regex(/^op_[A-Za-z0-9_-]{32,}$/, "must be op_ and at least 32 letters, digits, - or _").optional(),
  /** Hours between two proofs of isolation; 0: none is made. */
  PROOF_HOURS: z.coerce.number().min(0).max(168).default(6),
  /** Seconds in which changes of documents and settings are gathered before the golden questions run by themselves. */
  GOLDEN_SETTLE_SECONDS: z.coerce.number().int().min(1).max(3600).default(15),
  /** 1: the newest proof of isolation can be read by anybody at /api/proof. */
  PUBLIC_PROOF: flag.default(false),
  /** Where a proof that did not hold is sent, as JSON. */
  ALERT_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** ClamAV's daemon, which every upload must pass: `tcp://host:3310` or `unix:/path`; unset: only the standard test file is recognised. */
  CLAMAV_URL: z.string().regex(/^(?:tcp:\/\/[^/\s]+|unix:\/\S+)$/).optional(),
  /** Hosts (`intranet.example.com`, `10.0.0.5:8080`) that sources may reach although their addresses are private; separated by commas. */
  CONNECTOR_ALLOW_PRIVATE: z
    .string()
    .transform((hosts) => hosts.split(",").map((host) => host.trim().toLowerCase()).filter((host) => host !== ""))
    .pipe(z.array(z.string().regex(/^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:.]+\](?::\d{1,5})?$/)))
    .prefault(""),
  /** Days in which a deletion can be undone, where the request does not say; 0: none. */
  DELETION_GRACE_DAYS: z.coerce.number().int().min(0).max(365).default(30),
  /** For how many days you keep backups of the database; deletion receipts name the day on which the last one is gone. 0: there are none. */
  BACKUP_DAYS: z.coerce.number().int().min(0).max(3650).default(0),
  /** 0: no demo customers. */
  DEMO: flag.default(true),
  /** Who gets the first account of a new installation, as its operator; and the name of their own company. */
  OPERATOR_EMAIL: z.email().optional(),
  OPERATOR_COMPANY: z.string().min(1).max(120).default("Operator"),
  /** Another Citadel whose engine this portal uses over HTTP. */
  ENGINE_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")).optional(),
  /** The management key of the engine behind ENGINE_URL. */
  ENGINE_MANAGEMENT_KEY: z.string().regex(/^mk_/, "must be that engine's management key (mk_…)").optional(),
  /** Base address of an OpenAI-compatible API that writes answers from the passages found; unset: answers quote them. */
  LLM_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")).optional(),
  LLM_API_KEY: z.string().optional(),
  LLM_MODEL: z.string().optional(),
  /** Base address of an OpenAI-compatible API that embeds texts and questions; unset: the built-in model does. */
  EMBEDDING_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")).optional(),
  EMBEDDING_API_KEY: z.string().optional(),
  EMBEDDING_MODEL: z.string().max(200).refine((name) => name !== "built-in", "must be the name of a model that the API at EMBEDDING_URL offers").optional(),
  /** Longest time for one answer, and longest silence in it, in ms; then the passages are quoted instead. */
  LLM_TIMEOUT_MS: z.coerce.number().int().min(1_000).max(300_000).default(30_000),
  LLM_SILENCE_MS: z.coerce.number().int().min(500).max(60_000).default(10_000),
  /** Most tokens of one answer, prompt and all. */
  LLM_ANSWER_TOKENS: z.coerce.number().int().min(1_000).max(100_000).default(6_000),
  /** Most tokens of one project in one day (UTC). */
  LLM_PROJECT_TOKENS: z.coerce.number().int().min(0).max(1e12).default(1_000_000),
});

/** The names of all settings. */
export const SETTING_NAMES: readonly string[] = Object.keys(schema.shape);

/** The validated settings. */
export type Env = z.output<typeof schema>;

/** What a setting must be, for the person who set it to something else. The others' own rules say it. */
const RULES: Partial<Record<string, string>> = {
  NODE_ENV: "must be development, production or test",
  LOG_LEVEL: "must be debug, info, warn, error or silent",
  PORT: "must be a number from 1 to 65535, as in PORT=3000",
  APP_URL: "must be the whole address, as in APP_URL=https://docs.example.com",
  DATABASE_URL: "must be a PostgreSQL address, as in DATABASE_URL=postgresql://owner:password@host:5432/citadel",
  ENGINE_URL: "must be the whole address of the other server, as in ENGINE_URL=https://engine.example.com",
  ALERT_WEBHOOK_URL: "must be a whole address, as in ALERT_WEBHOOK_URL=https://alerts.example.com/citadel",
  CLAMAV_URL: "must be where clamd listens, as in CLAMAV_URL=tcp://clamav:3310 or CLAMAV_URL=unix:/run/clamav/clamd.ctl",
  CONNECTOR_ALLOW_PRIVATE: "must be names of hosts separated by commas, as in CONNECTOR_ALLOW_PRIVATE=intranet.example.com,10.0.0.5:8080",
  PROOF_HOURS: "must be a number of hours from 0 to 168, as in PROOF_HOURS=6",
  GOLDEN_SETTLE_SECONDS: "must be a number of seconds from 1 to 3600, as in GOLDEN_SETTLE_SECONDS=15",
  OPERATOR_EMAIL: "must be an e-mail address, as in OPERATOR_EMAIL=you@example.com",
  DEMO: "must be 0 or 1",
  PUBLIC_PROOF: "must be 0 or 1",
};

/** Thrown when a setting is wrong; the message names each one and its fix. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

/** Reads and validates a set of variables. Empty strings count as unset. Throws {@link EnvError}. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => `  ${path.join(".")} ${RULES[String(path[0])] ?? message}.`);
    throw new EnvError(`These settings do not fit:\n${[...new Set(lines)].join("\n")}\nMend them in the environment and start again.`);
  }
  if (result.data.ENGINE_URL && !result.data.ENGINE_MANAGEMENT_KEY) {
    throw new EnvError("ENGINE_URL is set, ENGINE_MANAGEMENT_KEY is not.\nSet it to the management key (mk_…) of the engine at ENGINE_URL and start again.");
  }
  if (result.data.LLM_URL && !result.data.LLM_MODEL) {
    throw new EnvError("LLM_URL is set, LLM_MODEL is not.\nSet it to the name of a model that the API at LLM_URL offers, and start again.");
  }
  if (result.data.EMBEDDING_URL && !result.data.EMBEDDING_MODEL) {
    throw new EnvError("EMBEDDING_URL is set, EMBEDDING_MODEL is not.\nSet it to the name of a model that the API at EMBEDDING_URL offers, and start again.");
  }
  return result.data;
}

let current: Env | undefined;

/** This process's environment with more, for a program that it starts. Settings are read by {@link env}. */
export function inheritedEnv(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}

/** This process's settings, validated once. Nothing else in the web and worker processes reads `process.env`; the launcher (lib/launch) is given it. Throws {@link EnvError}. */
export function env(): Env {
  current ??= readEnv(process.env);
  return current;
}

/**
 * Keeps onnxruntime to itself: since 1.29 it writes a device id to the home folder and reports to its maker unless this is set before its
 * first session.
 */
export function silenceModelRuntime(): void {
  process.env.ORT_DISABLE_TELEMETRY = "1";
}

/** A setting that the launcher always hands to the web and worker processes. Throws {@link EnvError} when it is missing. */
export function required<Name extends keyof Env>(name: Name): NonNullable<Env[Name]> {
  const value = env()[name];
  if (value === undefined || value === null) throw new EnvError(`${name} is not set. Start the product with: npm start (it makes the setting), or set it yourself.`);
  return value;
}

/** The address under which people reach the portal, without a trailing slash. */
export function appUrl(): string {
  return appUrlOf(env());
}

/** {@link appUrl} of given settings. */
export function appUrlOf({ APP_URL, PORT }: Env): string {
  return APP_URL ?? `http://localhost:${PORT}`;
}
