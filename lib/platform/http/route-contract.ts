import type { z } from "zod";

/** The methods that routes answer. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One possible answer of a route. */
export interface ResponseShape {
  /** A sentence for the API's readers. */
  description: string;
  /** The JSON body; none for an empty answer or for one that is not JSON. */
  schema?: z.ZodType;
  /** Of an answer that the handler sends as a Response of its own. */
  contentType?: string;
}

/** What a route promises: enough to validate with and to write the OpenAPI file from. */
export interface RouteContract {
  method: Method;
  /** The path with its `{parameters}`. */
  path: string;
  /** What it does, in a few words. */
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** Headers besides the credential, for the OpenAPI file; the handler reads them. */
  headers?: z.ZodObject;
  /** The JSON body. */
  body?: z.ZodType;
  /** The fields of a multipart body, for the OpenAPI file; the handler reads it as a stream. */
  multipart?: z.ZodObject;
  responses: Readonly<Record<number, ResponseShape>>;
}

/** A route that can be called: its promise, and the function from request to response. */
export interface Route {
  contract: RouteContract;
  /** Name of the credential it wants, as the OpenAPI file calls it; null for none. */
  credential: string | null;
  handle: (request: Request) => Promise<Response>;
}

/** A JSON answer: one of the contract's statuses with the body that belongs to it. */
export type Reply<Responses extends Readonly<Record<number, ResponseShape>>> = {
  [Status in keyof Responses & number]: {
    status: Status;
    headers?: Record<string, string>;
  } & (Responses[Status] extends { schema: infer Schema extends z.ZodType } ? { body: z.input<Schema> } : { body?: undefined });
}[keyof Responses & number];
