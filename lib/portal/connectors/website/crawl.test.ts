import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { KnownFile, SourceEnd, SourceEvent } from "@/lib/portal/connectors/connector";
import { type WebsiteSettings, websiteSettings } from "@/lib/portal/connectors/source";
import { html, type Page, type WebSite, webSite } from "@/lib/portal/connectors/testing/web-site";
import { crawlWithin } from "@/lib/portal/connectors/website/crawl";

let site: WebSite;
beforeEach(async () => {
  site = await webSite();
});
afterEach(() => site.close());

interface Crawled {
  files: string[];
  skipped: Map<string, string>;
  unchanged: string[];
  events: SourceEvent[];
  end: SourceEnd;
}

const short = (address: string) => address.replace(site.url, "");

async function crawled(settings: Partial<WebsiteSettings> = {}, known = new Map<string, KnownFile>(), answerMs = 5_000): Promise<Crawled> {
  const parsed = websiteSettings.parse({ kind: "website", start: `${site.url}/`, rate: 20, ...settings });
  const call = { settings: { ...parsed, rate: 1_000 }, secret: null, known, allowed: [site.host], signal: new AbortController().signal };
  const run = crawlWithin(call, { runMs: 60_000, answerMs });
  const events: SourceEvent[] = [];
  for (let step = await run.next(); ; step = await run.next()) {
    if (step.done === true) {
      const of = <Kind extends SourceEvent["kind"]>(kind: Kind) => events.filter((event): event is Extract<SourceEvent, { kind: Kind }> => event.kind === kind);
      return {
        events,
        end: step.value,
        files: of("file").map(({ address }) => short(address)),
        unchanged: of("unchanged").map(({ address }) => short(address)),
        skipped: new Map(of("skipped").map(({ address, reason }) => [short(address), reason])),
      };
    }
    events.push(step.value);
  }
}

describe("a website", () => {
  it("is read by its links, each page once, from near to far", async () => {
    site.pages.set("/", html("Start", "Hello.", ["/a", "/b#part", "/a?utm_source=x", "mailto:x@example.com", "https://elsewhere.example/", "javascript:void(0)"]));
    site.pages.set("/a", html("A", "One.", ["/", "/b", "/deep"]));
    site.pages.set("/b", html("B", "Two."));
    site.pages.set("/deep", html("Deep", "Three.", ["/deeper"]));
    site.pages.set("/deeper", html("Deeper", "Four."));
    const { files, end, skipped } = await crawled({ depth: 2 });
    expect(files).toEqual(["/", "/a", "/b", "/deep"]);
    expect(skipped.get("/deeper")).toBe("It is more than 2 links away from the start.");
    expect(end).toEqual({ complete: true, note: null });
    expect(site.asked.filter((path) => path === "/a")).toHaveLength(1);
  });

  it("is asked only for what its patterns and its robots.txt let through", async () => {
    site.pages.set("/robots.txt", (_, response) => response.end("User-agent: *\nDisallow: /private/\n"));
    site.pages.set("/", html("Start", "Hello.", ["/docs/a", "/docs/old/b", "/blog/c", "/private/d"]));
    site.pages.set("/docs/a", html("A", "One."));
    const { files, skipped } = await crawled({ include: ["/docs/*", "/private/*"], exclude: ["/docs/old/*"] });
    expect(files).toEqual(["/", "/docs/a"]);
    expect(Object.fromEntries(skipped)).toEqual({
      "/docs/old/b": "The patterns leave it out.",
      "/blog/c": "The patterns leave it out.",
      "/private/d": "The site’s robots.txt forbids it.",
    });
    expect(site.asked).not.toContain("/private/d");
  });

  it("is read from a sitemap and an index of sitemaps", async () => {
    const xml = (text: string): Page => (_, response) => response.writeHead(200, { "content-type": "application/xml" }).end(text);
    site.pages.set("/sitemap.xml", xml(`<sitemapindex><sitemap><loc>${site.url}/one.xml</loc></sitemap></sitemapindex>`));
    site.pages.set("/one.xml", xml(`<urlset><url><loc>${site.url}/a</loc></url><url><loc>https://elsewhere.example/b</loc></url></urlset>`));
    site.pages.set("/a", html("A", "One.", ["/not-listed"]));
    const { files } = await crawled({ start: `${site.url}/sitemap.xml`, depth: 0 });
    expect(files).toEqual(["/a"]);
  });

  it("is not sent again what has not changed, and its links are followed all the same", async () => {
    site.pages.set("/", (request, response) => (request.headers["if-none-match"] === '"1"' ? response.writeHead(304).end() : response.writeHead(200, { "content-type": "text/html", etag: '"1"' }).end("<p>x</p>")));
    site.pages.set("/a", html("A", "One."));
    const { files, unchanged } = await crawled({}, new Map([[`${site.url}/`, { etag: '"1"', modified: null, links: [`${site.url}/a`] }]]));
    expect([unchanged, files]).toEqual([["/"], ["/a"]]);
  });

  it("knows a page by its canonical address, and leaves out what asks for it", async () => {
    site.pages.set("/", html("Start", "Hello.", ["/print?page=1", "/hidden"]));
    site.pages.set("/print?page=1", (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(`<link rel="canonical" href="/page"><p>One</p>`));
    site.pages.set("/page", html("Page", "One."));
    site.pages.set("/hidden", html("Hidden", "x", ["/behind"], { "x-robots-tag": "noindex" }));
    site.pages.set("/behind", html("Behind", "Two."));
    const { files, skipped } = await crawled();
    expect(files).toEqual(["/", "/page", "/behind"]);
    expect(skipped.get("/print?page=1")).toBe(`Its own address is ${site.url}/page.`);
    expect(skipped.get("/hidden")).toContain("noindex");
  });

  it("of which a page does not answer is not seen whole", async () => {
    site.pages.set("/", html("Start", "Hello.", ["/ill"]));
    site.pages.set("/ill", (_, response) => response.writeHead(503).end());
    const { end } = await crawled();
    expect(end.complete).toBe(false);
    expect(end.note).toContain("One page did not answer");
  });

  it.each([
    ["a start that is not there", () => undefined, "There is nothing at this address."],
    ["a robots.txt that fails", () => site.pages.set("/robots.txt", (_, response) => response.writeHead(500).end()), "robots.txt answers with an error (500)"],
    ["a robots.txt that forbids it", () => site.pages.set("/robots.txt", (_, response) => response.end("User-agent: *\nDisallow: /\n")), "robots.txt forbids its start address"],
  ])("with %s says so", async (_, prepare, sentence) => {
    prepare();
    await expect(crawled()).rejects.toThrow(sentence);
  });
});

describe("a hostile website", () => {
  it("leads nobody into a private network", async () => {
    const inside = await webSite(html("Inside", "Secret."));
    const port = inside.host.split(":")[1] ?? "";
    site.pages.set("/", html("Start", "Hello.", ["/jump", "/jump-name", `http://127.0.0.1:${port}/direct`, "http://169.254.169.254/latest/meta-data/"]));
    for (const [path, to] of [["/jump", `${inside.url}/secret`], ["/jump-name", `http://localhost:${port}/secret`]] as const) site.pages.set(path, (_, response) => response.writeHead(302, { location: to }).end());
    const { files, skipped } = await crawled();
    expect(files).toEqual(["/"]);
    expect(skipped.get("/jump")).toBe(`It leads to ${inside.url}/secret.`);
    expect(inside.asked).toEqual([]);
    site.pages.set("/", (_, response) => response.writeHead(302, { location: `${inside.url}/` }).end());
    await expect(crawled()).rejects.toThrow("leads into a private network");
    expect(inside.asked).toEqual([]);
    await inside.close();
  });

  it("with an endless calendar, an endless list and folders within themselves is bounded, and all that is left aside is listed", async () => {
    await site.close();
    site = await webSite((request, response) => {
      const path = request.url ?? "";
      const month = Number(/^\/calendar\/(\d+)/.exec(path)?.[1] ?? 0);
      const links = path.startsWith("/calendar") ? [`/calendar/${month + 1}`] : path.startsWith("/list") ? [`/list?page=${Math.random()}`, `/list?page=${Math.random()}`] : path.startsWith("/in") ? [`${path}/in`] : [];
      if (path === "/robots.txt") response.writeHead(404).end();
      else html(path, "Again.", path === "/" ? ["/calendar/1", "/list?page=1", "/in"] : links)(request, response);
    });
    const { files, end, skipped } = await crawled({ depth: 20, pages: 300 });
    expect(site.asked.length).toBeLessThanOrEqual(303);
    expect(files.length).toBeLessThanOrEqual(300);
    expect(files.filter((file) => file.startsWith("/calendar")).length).toBeLessThanOrEqual(21);
    expect(files.filter((file) => file.startsWith("/in"))).toEqual(["/in", "/in/in", "/in/in/in"]);
    expect(skipped.get("/in/in/in/in")).toBe("Its path repeats itself.");
    expect([...skipped.values()].some((reason) => reason.includes("it looks endless"))).toBe(true);
    expect(end.complete).toBe(true);
  });

  it("ends at its limit of pages, and says what waits", async () => {
    site.pages.set("/", html("Start", "Hello.", ["/a", "/b", "/c"]));
    for (const path of ["/a", "/b", "/c"]) site.pages.set(path, html(path, "x"));
    const { files, skipped, end } = await crawled({ pages: 2 });
    expect(files).toEqual(["/", "/a"]);
    expect([...skipped.keys()]).toEqual(["/b", "/c"]);
    expect(end.complete).toBe(false);
  });

  it("that drips its pages costs the time of one answer", async () => {
    site.pages.set("/", html("Start", "Hello.", ["/drip"]));
    site.pages.set("/drip", (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const drip = setInterval(() => response.write("x"), 50);
      response.on("close", () => clearInterval(drip));
    });
    const { files, skipped, end } = await crawled({}, new Map(), 1_500);
    expect(files).toEqual(["/"]);
    expect(skipped.get("/drip")).toContain("It took longer than");
    expect(end.complete).toBe(false);
  });

  it("with 1 GB pages and wrong types costs little", async () => {
    let sent = 0;
    site.pages.set("/", html("Start", "Hello.", ["/told", "/untold", "/film", "/program"]));
    site.pages.set("/told", (_, response) => response.writeHead(200, { "content-type": "text/html", "content-length": String(1024 ** 3) }).write("x"));
    site.pages.set("/untold", (_, response) => {
      const part = Buffer.alloc(1024 * 1024, "x");
      response.writeHead(200, { "content-type": "text/html" });
      const more = () => {
        while (sent < 1024 && !response.destroyed) {
          sent += 1;
          if (!response.write(part)) return void response.once("drain", more);
        }
      };
      more();
    });
    let film = 0;
    site.pages.set("/film", (_, response) => {
      response.writeHead(200, { "content-type": "video/mp4" });
      film += 1;
      response.end("film");
    });
    site.pages.set("/program", (_, response) => response.writeHead(200, { "content-type": "application/x-msdownload" }).end("MZ"));
    const { files, skipped, end } = await crawled({}, new Map(), 25_000);
    expect(files).toEqual(["/"]);
    expect(skipped.get("/told")).toBe("It is larger than 50 MB.");
    expect(skipped.get("/untold")).toBe("It is larger than 50 MB.");
    expect(skipped.get("/film")).toBe("Files of the type video/mp4 are not read.");
    expect(skipped.get("/program")).toContain("are not read");
    expect(sent).toBeLessThan(120);
    expect(film).toBe(1);
    expect(end.complete).toBe(true);
  });

  it("that sends round in circles is left", async () => {
    site.pages.set("/", html("Start", "Hello.", ["/one", "/count?n=0"]));
    site.pages.set("/one", (_, response) => response.writeHead(302, { location: "/two" }).end());
    site.pages.set("/two", (_, response) => response.writeHead(301, { location: "/one" }).end());
    for (let n = 0; n < 20; n++) site.pages.set(`/count?n=${n}`, (_, response) => response.writeHead(302, { location: `/count?n=${n + 1}` }).end());
    const { files, skipped } = await crawled();
    expect(files).toEqual(["/"]);
    expect(skipped.get("/count?n=6")).toBe("It was sent on too often.");
    expect(site.asked.filter((path) => path === "/one")).toHaveLength(1);
  });
});
