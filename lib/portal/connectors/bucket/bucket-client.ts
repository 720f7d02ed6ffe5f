import "server-only";

import { AwsV4Signer } from "aws4fetch";
import type { Dispatcher } from "undici";

import { SourceBrokenError } from "@/lib/portal/connectors/connector";
import { type Listing, readListing } from "@/lib/portal/connectors/bucket/read-listing";
import { type Got, getFile } from "@/lib/portal/connectors/net/get-file";
import type { BucketSecret, BucketSettings } from "@/lib/portal/connectors/source";

const LISTING_BYTES = 16 * 1024 * 1024;
const LISTING_MS = 60_000;
const OBJECT_MS = 5 * 60_000;

/** Reads one bucket, with signed requests (Signature Version 4) of the path style that every server understands. */
export class BucketClient {
  constructor(
    private readonly settings: BucketSettings,
    private readonly secret: BucketSecret,
    private readonly net: { dispatcher: Dispatcher; signal: AbortSignal },
  ) {}

  /** One page of the list below the prefix. Throws SourceBrokenError. */
  async list(after: string | null): Promise<Listing> {
    const url = this.#address("");
    const query: Record<string, string> = { "list-type": "2", "max-keys": "1000", prefix: this.settings.prefix, ...(after === null ? {} : { "continuation-token": after }) };
    for (const [name, value] of Object.entries(query)) if (value !== "") url.searchParams.set(name, value);
    const got = await this.#get(url, LISTING_BYTES, LISTING_MS);
    const listing = got.kind === "file" ? readListing(got.bytes.toString("utf8")) : null;
    if (listing === null) throw new SourceBrokenError(refusal(got));
    return listing;
  }

  /** One object's bytes. */
  async object(key: string, maxBytes: number): Promise<Got> {
    return this.#get(this.#address(key), maxBytes, OBJECT_MS);
  }

  #address(key: string): URL {
    const url = new URL(this.settings.endpoint);
    const path = key.split("/").map(encodeURIComponent).join("/");
    url.pathname = `${url.pathname.replace(/\/$/, "")}/${this.settings.bucket}${key === "" ? "" : `/${path}`}`;
    return url;
  }

  async #get(url: URL, maxBytes: number, maxMs: number): Promise<Got> {
    const signer = new AwsV4Signer({ url: url.href, accessKeyId: this.secret.keyId, secretAccessKey: this.secret.secret, service: "s3", region: this.settings.region });
    const signed = await signer.sign();
    return getFile(signed.url.href, { ...this.net, headers: Object.fromEntries(signed.headers), maxBytes, maxMs });
  }
}

function refusal(got: Got): string {
  if (got.kind === "forbidden") return "The endpoint leads into a private network, which is never read. Use an address on the public internet, or ask the operator to allow the host.";
  if (got.kind === "failed") return `The bucket cannot be listed. ${got.sentence} Check the endpoint; it is tried again at the next sync.`;
  if (got.kind === "status" && (got.status === 401 || got.status === 403)) return "The bucket refuses the key. Check its id and secret, and that it may list and read the bucket.";
  if (got.kind === "status" && got.status === 404) return "There is no such bucket at the endpoint. Check its name and the region.";
  if (got.kind === "moved") return "The bucket is in another region. Use the region’s own endpoint.";
  return "What answers at the endpoint does not speak S3. Check the address.";
}
