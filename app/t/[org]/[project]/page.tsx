import { redirect } from "next/navigation";

import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

/** A project's start: its documents for those who look after them, and the chat for everyone else. */
export default async function ProjectPage({ params }: { params: TenantParams }) {
  const scope = await pageTenant(params, "chat.ask");
  redirect(`/t/${scope.organisation.slug}/${scope.project.slug}/${scope.may("documents.write") ? "documents" : "chat"}`);
}
