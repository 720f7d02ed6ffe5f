import { mergeConfig } from "vitest/config";

import base from "../../../vitest.config.ts";

/** The property test of two tenants' histories alone, with as many histories as `run.ts` was asked for. */
export default mergeConfig(base, { test: { provide: { histories: Number(process.env.HISTORIES) } } });
