import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import { z } from "zod";

/** The one key of the store. */
export const STORE_KEY = { keyId: "AKIATESTTESTTEST", secret: "a/secret+of=the store" };

/** A server of one bucket, `papers`, that speaks as much S3 as reading needs: signatures (version 4), lists in pages, objects. */
export interface ObjectStore {
  endpoint: string;
  objects: Map<string, string>;
  /** The most keys of one page of a list, whatever is asked for. */
  perPage: number;
  /** Keys that were read, in order. */
  read: string[];
  close(): Promise<void>;
}

const REGION = "us-east-1";
const address = z.object({ port: z.number() });
const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const encoded = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const xmlText = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const etagOf = (body: string) => createHash("md5").update(body).digest("hex");

/** Starts the store on this machine. */
export async function objectStore(): Promise<ObjectStore> {
  const store: Omit<ObjectStore, "endpoint" | "close"> = { objects: new Map(), perPage: 1_000, read: [] };
  const server = createServer((request, response) => answer(store, request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = address.parse(server.address());
  return Object.assign(store, {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function answer(store: Pick<ObjectStore, "objects" | "perPage" | "read">, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", `http://${request.headers.host ?? ""}`);
  const [, bucket, ...rest] = url.pathname.split("/").map(decodeURIComponent);
  const key = rest.join("/");
  if (!isSigned(request, url)) return void response.writeHead(403).end("<Error><Code>SignatureDoesNotMatch</Code></Error>");
  if (bucket !== "papers") return void response.writeHead(404).end("<Error><Code>NoSuchBucket</Code></Error>");
  if (key === "") return void response.writeHead(200, { "content-type": "application/xml" }).end(listing(store, url.searchParams));
  store.read.push(key);
  const body = store.objects.get(key);
  if (body === undefined) response.writeHead(404).end();
  else response.writeHead(200, { etag: `"${etagOf(body)}"` }).end(body);
}

function listing({ objects, perPage }: Pick<ObjectStore, "objects" | "perPage">, query: URLSearchParams): string {
  const after = query.get("continuation-token");
  const keys = [...objects.keys()].sort().filter((key) => key.startsWith(query.get("prefix") ?? "") && (after === null || key > Buffer.from(after, "base64").toString("utf8")));
  const page = keys.slice(0, Math.min(perPage, Number(query.get("max-keys") ?? 1_000)));
  const contents = page.map((key) => `<Contents><Key>${xmlText(key)}</Key><ETag>&quot;${etagOf(objects.get(key) ?? "")}&quot;</ETag><Size>${Buffer.byteLength(objects.get(key) ?? "")}</Size></Contents>`);
  const next = page.length < keys.length ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${Buffer.from(page.at(-1) ?? "", "utf8").toString("base64")}</NextContinuationToken>` : "<IsTruncated>false</IsTruncated>";
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult>${next}${contents.join("")}</ListBucketResult>`;
}

/** Signature Version 4, worked out again from its description. */
function isSigned({ method = "", headers }: IncomingMessage, url: URL): boolean {
  const [, keyId, day = "", signed = "", signature] = /Credential=([^/]+)\/(\d{8})\/[^,]+, *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? "") ?? [];
  const path = url.pathname.split("/").map((part) => encoded(decodeURIComponent(part))).join("/");
  const query = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort().join("&");
  const lines = signed.split(";").map((name) => `${name}:${String(headers[name] ?? "")}\n`).join("");
  const canonical = [method, path, query, lines, signed, String(headers["x-amz-content-sha256"] ?? "")].join("\n");
  const scope = `${day}/${REGION}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", String(headers["x-amz-date"] ?? ""), scope, hash(canonical)].join("\n");
  const key = [REGION, "s3", "aws4_request"].reduce<Buffer>((so, part) => hmac(so, part), hmac(`AWS4${STORE_KEY.secret}`, day));
  return keyId === STORE_KEY.keyId && hmac(key, text).toString("hex") === signature;
}
