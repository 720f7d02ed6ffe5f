/** The mail that brings an invitation, as a `mailto:` address for the sender's own mail program: the link, how long it is good for, and where the security page is. */
export function invitationMail({ url, email }: { url: string; email: string }): string {
  const lines = [
    "Hello,",
    "",
    "you are invited to “Ask your docs”. This link opens your account; it works once, and for seven days:",
    url,
    "",
    "How your documents are kept apart from those of others, and when that was last proven:",
    new URL("/security", url).href,
  ];
  return `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent("Your invitation to “Ask your docs”")}&body=${encodeURIComponent(lines.join("\r\n"))}`;
}
