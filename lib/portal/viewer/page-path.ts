import { z } from "zod";

import { documentPath } from "@/lib/portal/documents/document-path";

/** The parameters of a page's address: pages count from 1. */
export const pagePath = documentPath.extend({ page: z.string().regex(/^[1-9]\d{0,8}$/).transform(Number) });
