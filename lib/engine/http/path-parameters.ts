import { z } from "zod";

import { isId } from "@/lib/engine/identifiers";

const id = (prefix: "doc" | "prj" | "key" | "del") => z.string().refine((text) => isId(prefix, text));

/** Parameters of paths. What does not fit names nothing, and is answered like anything absent. */
export const documentPath = z.object({ id: id("doc") });
/** A page of a document, counted from 1. */
export const pagePath = documentPath.extend({ page: z.string().regex(/^[1-9]\d{0,8}$/).transform(Number) });
/** A project, for the management key. */
export const projectPath = z.object({ id: id("prj") });
/** A key of a project. */
export const keyPath = projectPath.extend({ keyId: id("key") });
/** A project's deletion. */
export const deletionPath = z.object({ id: id("del") });
