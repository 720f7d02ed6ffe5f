import type { Locator, Page } from "@playwright/test";

/** What a person had to do so far. */
export interface Effort {
  clicks: number;
  fields: number;
  files: number;
}

/** Does what a person does on a page, and counts it: presses of buttons, links and Enter as clicks, fields that are filled in, choices of files. */
export class Hands {
  readonly effort: Effort;
  readonly #page: Page;

  constructor(page: Page, effort: Effort = { clicks: 0, fields: 0, files: 0 }) {
    this.#page = page;
    this.effort = effort;
  }

  /** Presses a button, follows a link. */
  async press(target: Locator): Promise<void> {
    this.effort.clicks += 1;
    await target.click();
  }

  /** Writes into a field. */
  async write(field: Locator, text: string): Promise<void> {
    this.effort.fields += 1;
    await field.fill(text);
  }

  /** Chooses from a list. */
  async choose(list: Locator, value: string): Promise<void> {
    this.effort.fields += 1;
    await list.selectOption(value);
  }

  /** Writes into a field and presses Enter. */
  async ask(field: Locator, text: string): Promise<void> {
    await this.write(field, text);
    this.effort.clicks += 1;
    await field.press("Enter");
  }

  /** Presses the button that asks for files, and chooses some. */
  async upload(button: Locator, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    const chosen = this.#page.waitForEvent("filechooser");
    await this.press(button);
    this.effort.files += 1;
    await (await chosen).setFiles(files);
  }
}

/** Effort in words, with the minutes since a moment in ms. */
export function effortInWords({ clicks, fields, files }: Effort, since: number): string {
  return `${clicks} clicks, ${fields} fields, ${files} choice of files, ${((Date.now() - since) / 60_000).toFixed(1)} minutes`;
}
