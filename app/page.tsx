import { Building2, SlidersHorizontal } from "lucide-react";
import { redirect } from "next/navigation";

import { SignOutButton } from "@/components/auth/sign-out-button";
import { Notice } from "@/components/shell/notice";
import { PlainHeader } from "@/components/shell/plain-header";
import { WayIn } from "@/components/shell/way-in";
import { listMyOrganisations, type OrganisationChoice } from "@/lib/portal/organisations/my-organisations";
import type { SignedIn } from "@/lib/portal/scope";
import { signedIn } from "@/lib/portal/sessions/from-session";

/** The start: straight on where there is one way only, and a choice where there are several. */
export default async function HomePage() {
  const person = await signedIn();
  if (person === null) redirect("/sign-in");
  const organisations = await listMyOrganisations(person);
  const [only, ...others] = organisations;
  if (only === undefined && person.operator) redirect("/operator");
  if (only !== undefined && others.length === 0 && !person.operator) redirect(`/t/${only.slug}`);
  return (
    <div className="flex min-h-dvh flex-col">
      <PlainHeader href="/" account={{ name: person.name, email: person.email, operator: person.operator }} hasChoice={false} />
      <main id="content" tabIndex={-1} className="flex grow flex-col">
        {only === undefined ? <NoOrganisation person={person} /> : <Choice person={person} organisations={organisations} />}
      </main>
    </div>
  );
}

function Choice({ person, organisations }: { person: SignedIn; organisations: readonly OrganisationChoice[] }) {
  return (
    <div className="mx-auto w-full max-w-xl space-y-6 px-4 py-12 sm:px-6 sm:py-20">
      <h1 className="text-2xl font-semibold tracking-tight">Where would you like to go?</h1>
      <ul className="space-y-3">
        {organisations.map(({ slug, name, role }) => (
          <li key={slug}>
            <WayIn href={`/t/${slug}`} name={name} note={`You are ${role === "owner" || role === "admin" ? "an" : "a"} ${role} here`} Icon={Building2} />
          </li>
        ))}
        {person.operator && (
          <li>
            <WayIn href="/operator" name="Operator’s desk" note="Customers and their counts" Icon={SlidersHorizontal} />
          </li>
        )}
      </ul>
    </div>
  );
}

function NoOrganisation({ person }: { person: SignedIn }) {
  return (
    <Notice title="You are in, but not yet in an organisation" actions={<SignOutButton variant="outline">Sign out</SignOutButton>}>
      <p>
        Nobody has added <span className="font-medium break-all text-foreground">{person.email}</span> to an organisation yet, or your membership has ended. Ask
        an admin of your organisation for an invitation.
      </p>
    </Notice>
  );
}
