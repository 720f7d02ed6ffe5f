import type { Secrets } from "@/lib/launch/secrets";
import { appUrlOf, type Env, inheritedEnv, readEnv, SETTING_NAMES } from "@/lib/platform/env";

/** What a child of the launcher needs to know besides the person's settings. */
export interface Handed {
  secrets: Secrets;
  engineUrl: string;
  portalUrl: string;
  mode: "production" | "development";
}

/** Of the system's own variables the children get these. */
const SYSTEM = ["PATH", "HOME", "TMPDIR", "TZ", "LANG", "NODE_EXTRA_CA_CERTS", "HTTPS_PROXY", "NO_PROXY"];

/**
 * The environment of the web and worker processes: the settings, the secrets, the two restricted logins. The owner's DATABASE_URL is not handed on,
 * and nothing else of the person's environment either.
 */
export function childEnv(env: Env, { secrets, engineUrl, portalUrl, mode }: Handed): NodeJS.ProcessEnv {
  const names = [...SYSTEM, ...SETTING_NAMES.filter((name) => name !== "DATABASE_URL" && name !== "NEW_MASTER_KEY")];
  const own = inheritedEnv();
  const settings = names.map((name) => [name, own[name]] as const).filter(([, value]) => value !== undefined && value !== "");
  const handed = {
    ...Object.fromEntries(settings),
    ...secrets,
    NODE_ENV: mode,
    DATA_DIR: env.DATA_DIR,
    PORT: String(env.PORT),
    APP_URL: appUrlOf(env),
    // next-auth reads its address under this name.
    NEXTAUTH_URL: appUrlOf(env),
    ENGINE_DATABASE_URL: engineUrl,
    PORTAL_DATABASE_URL: portalUrl,
    // What Next.js and onnxruntime would report to their makers.
    NEXT_TELEMETRY_DISABLED: "1",
    ORT_DISABLE_TELEMETRY: "1",
  };
  readEnv(handed);
  return handed;
}
