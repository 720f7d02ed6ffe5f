/** `npm run audit`: known weaknesses of the packages that run in production. 0: none that is high, or nothing could be checked (which it says); 1: there are some. */
import { auditPackages } from "./audit-packages.ts";

process.exit((await auditPackages()) === "weak" ? 1 : 0);
