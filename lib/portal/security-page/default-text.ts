import "server-only";

import { env } from "@/lib/platform/env";

/**
 * What the security page says before the operator has written their own: only what the software itself knows, from its settings, and plainly where the operator
 * has not said anything yet.
 */
export function defaultText(): string {
  const { ENGINE_URL, CLAMAV_URL, PROOF_HOURS, DELETION_GRACE_DAYS, BACKUP_DAYS, OPERATOR_COMPANY } = env();
  return `## Where your data lives

On the servers of ${OPERATOR_COMPANY}: text, search index and accounts in a PostgreSQL database, original files in encrypted storage beside it.${ENGINE_URL === undefined ? "" : " The document engine runs as a server of its own, apart from this portal."} The country and the hosting provider are not stated here yet: ask the contact below.

## How customers are kept apart

Every project has a key of its own, and documents are reached by that key alone. Behind it, the database shows each request the rows of its own project and no others, and original files are encrypted with a key per project. ${PROOF_HOURS === 0 ? "Proofs of isolation are not scheduled on this server." : `Every ${PROOF_HOURS} hours two test customers are made, filled with secrets, and asked for each other’s; what came of it stands at the top of this page, signed.`}

## Who processes your data

${processors()} Our hosting provider is not named here yet: ask the contact below.

## What runs in your cloud

Nothing. You use the portal with a browser, and nothing is installed on your side. Where you connect a source of yours, this server fetches documents from it with the access that you give, and reads only.

## Encryption

Original files are encrypted at rest (AES-256-GCM) with a key per project. Keys, access to sources and other secrets are encrypted in the database; passwords are stored as argon2id hashes and project keys as hashes. Text and search index lie in the database as they are: encrypting its disks is up to the hosting. In transit, HTTPS.

## What we can see

The operator’s desk shows counts, never content. Support reads in your projects only when your own admin lets it in, as a reader, for hours or days, and each access stands in your audit log.

## Uploads

${CLAMAV_URL === undefined ? "Files are opened in a process of their own without network. No virus scanner is connected on this server; only the standard test file is recognised." : "Every file is scanned by ClamAV before it is opened, in a process of its own without network; without the scanner’s verdict nothing is opened."}

## Retention and deletion

Documents stay until you delete them. Your admins set for each project how long conversations are kept, and can export everything. A deletion of a customer can be undone for ${DELETION_GRACE_DAYS} days; then rows are deleted and the key of the originals is destroyed. ${BACKUP_DAYS === 0 ? "No backups of the database are stated on this server." : `Backups of the database are kept for ${BACKUP_DAYS} days; the last one that holds deleted text is gone after that.`}

## Contact

No address for security questions is stated here yet. Until then, ask the person who invited you, or your contact at ${OPERATOR_COMPANY}.
`;
}

/** Who gets texts to do something with them, by the settings. */
function processors(): string {
  const { LLM_URL, EMBEDDING_URL } = env();
  if (LLM_URL === undefined && EMBEDDING_URL === undefined) {
    return "Nobody besides us: documents are read, indexed and answered on our own servers, and no text is sent to a language model of somebody else.";
  }
  const writing = LLM_URL === undefined ? "" : `Answers are written by a language model at ${new URL(LLM_URL).host}, which gets the question and the passages found for it, and what admins check answers with: reference answers, and pages of documents when they ask for suggested questions. `;
  const indexing = EMBEDDING_URL === undefined ? "" : `Documents are indexed with a model at ${new URL(EMBEDDING_URL).host}, which gets their text and every question. `;
  return `${writing}${indexing}Nothing else leaves our servers, and documents are read ${EMBEDDING_URL === undefined ? "and indexed " : ""}on them.`;
}
