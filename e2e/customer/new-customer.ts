import { randomUUID } from "node:crypto";

import { expect, type Page } from "@playwright/test";
import { z } from "zod";

import type { E2eServer } from "../servers/servers";
import type { Hands } from "./hands";

/** The password of everyone who joins in a test. */
export const PASSWORD = "a few words that nobody else uses";

const created = z.object({ slug: z.string(), invitationUrl: z.string() });

/** A customer that has just been made. */
export interface NewCustomer {
  name: string;
  slug: string;
  /** Where its owner is invited, a path. */
  invitation: string;
}

/** Makes a customer as a company's own software does: one request with the operator's token. */
export async function newCustomer({ url, operatorToken }: E2eServer, kind: string, environments: readonly ("production" | "staging")[] = ["production"]): Promise<NewCustomer> {
  const name = `${kind} ${randomUUID().slice(0, 8)}`;
  const response = await fetch(`${url}/api/v1/customers`, {
    method: "POST",
    headers: { authorization: `Bearer ${operatorToken}`, "content-type": "application/json", "idempotency-key": name },
    body: JSON.stringify({ name, adminEmail: `${randomUUID()}@example.com`, projects: environments.map((environment) => ({ environment })) }),
  });
  expect(response.status).toBe(201);
  const { slug, invitationUrl } = created.parse(await response.json());
  return { name, slug, invitation: new URL(invitationUrl).pathname };
}

/** Opens an invitation and joins with a name and a password. */
export async function join(page: Page, hands: Hands, invitation: string, name: string): Promise<void> {
  await page.goto(invitation);
  await hands.write(page.getByLabel("Your name"), name);
  await hands.write(page.getByLabel("New password"), PASSWORD);
  await hands.press(page.getByRole("button", { name: "Create account and join" }));
  await page.waitForURL((at) => at.pathname.startsWith("/t/"));
}
