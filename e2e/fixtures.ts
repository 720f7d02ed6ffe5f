import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test as base, type TestInfo } from "@playwright/test";
import { z } from "zod";

import { countPolicy, type PolicyWatch, watchPolicy } from "./content-policy";
import { watchForKeys } from "./key-material";
import { type Door, type E2ePerson, type E2eServer, serverOf } from "./servers/servers";

/** Opens the portal as a person, in a browser profile of their own. */
export type SignIn = (person: E2ePerson, options?: { dark?: boolean; width?: number }) => Promise<Page>;

interface Fixtures {
  server: E2eServer;
  /** A page nobody is signed in on. */
  visitor: Page;
  signIn: SignIn;
}

const metadata = z.object({ door: z.enum(["in-process", "over-http"]) });

function doorOf(project: TestInfo["project"]): Door {
  return metadata.parse(project.metadata).door;
}

/** Fails the test for whatever a page complains about: console errors, uncaught errors, unhandled rejections. */
function watch(page: Page, complaints: string[]): void {
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    // A 404 or a refusal that a test provokes on purpose is logged by the browser as a failed load; the test looks at it itself.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) complaints.push(`console: ${message.text()}`);
  });
}

/** The tests of this folder: on the server of the project's door, with nothing amiss on any page at the end, nothing against a page's Content-Security-Policy, and no key in anything that was sent. */
export const test = base.extend<Fixtures & { complaints: string[] }>({
  complaints: [
    async ({ page: _ }, use) => {
      const complaints: string[] = [];
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  server: async ({ page: _ }, use, { project }) => {
    await use(serverOf(doorOf(project)));
  },
  visitor: async ({ browser, server, complaints }, use) => {
    const context = await browser.newContext({ baseURL: server.url });
    const page = await context.newPage();
    watch(page, complaints);
    const looked = watchForKeys(page, complaints);
    const policy = await watchPolicy(page);
    await use(page);
    // What is still on its way ends with the context, and waits for nobody.
    await context.close();
    await looked();
    countPolicy(policy, complaints);
  },
  signIn: async ({ browser, server, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    const looks: (() => Promise<void>)[] = [];
    const policies: PolicyWatch[] = [];
    await use(async ({ email, password }, { dark = false, width = 1440 } = {}) => {
      const context = await browser.newContext({ baseURL: server.url, colorScheme: dark ? "dark" : "light", viewport: { width, height: 900 } });
      contexts.push(context);
      const page = await context.newPage();
      watch(page, complaints);
      looks.push(watchForKeys(page, complaints));
      policies.push(await watchPolicy(page));
      await page.goto("/sign-in");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Password").fill(password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL((url) => url.pathname !== "/sign-in");
      return page;
    });
    for (const context of contexts) await context.close();
    for (const looked of looks) await looked();
    for (const policy of policies) countPolicy(policy, complaints);
  },
});

/** axe finds nothing on the page as it stands. Pages are the same whatever the portal's door to its engine: they are looked at through one of them. */
export async function expectAccessible(page: Page): Promise<void> {
  if (doorOf(base.info().project) !== "in-process") return;
  // A page that refreshes itself gets its title a moment after its content, and one that is streamed shows its content a moment after it has come.
  await expect(page).toHaveTitle(/./);
  await expect(page.locator("h1").filter({ visible: true }).first()).toBeVisible();
  // What is still fading in has the contrast of a moment.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((animation) => animation.playState === "running" && Number.isFinite(animation.effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
}

export { expect };
