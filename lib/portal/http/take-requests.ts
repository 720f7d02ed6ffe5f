import "server-only";

import { lookUp } from "@/lib/portal/database";
import type { SharedBucket } from "@/lib/platform/http/rate-limit";

/** Takes requests from the bucket in the database, in one statement and without a flush to disk. */
export const takeRequests: SharedBucket = async (bucket, { burst, perSecond }, wanted) => {
  const [row] = await lookUp(
    (tx) => tx.$queryRaw<{ taken: number; remaining: number }[]>`SELECT taken, remaining FROM portal.take_requests(${bucket}, ${burst}::float8, ${perSecond}::float8, ${wanted}::float8)`,
  );
  return row ?? { taken: wanted, remaining: burst };
};
