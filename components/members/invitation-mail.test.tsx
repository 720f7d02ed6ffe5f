import { expect, it } from "vitest";

import { invitationMail } from "./invitation-mail";

it("writes the mail with the link and the security page, and keeps an address from adding recipients or headers", () => {
  const mail = new URL(invitationMail({ url: "https://docs.example.com/invitation/abc", email: "ada&bcc=all@example.com" }));
  expect(decodeURIComponent(mail.pathname)).toBe("ada&bcc=all@example.com");
  expect([...mail.searchParams.keys()]).toEqual(["subject", "body"]);
  const body = mail.searchParams.get("body") ?? "";
  expect(body.split("\r\n")).toEqual(expect.arrayContaining(["https://docs.example.com/invitation/abc", "https://docs.example.com/security"]));
});
