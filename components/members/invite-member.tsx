"use client";

import { useActionState, useState } from "react";

import { Field } from "@/components/auth/field";
import { FormError } from "@/components/auth/form-error";
import { InvitationLink } from "@/components/members/invitation-link";
import { NativeChoice } from "@/components/members/native-choice";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Label } from "@/components/ui/label";
import type { ActionError, ActionResult } from "@/lib/portal/actions/action-result";
import type { NewInvitation } from "@/lib/portal/members/invite";
import type { Role } from "@/lib/portal/roles";

interface InviteMemberProps {
  /** The roles one may give. */
  roles: readonly Role[];
  invite: (input: { email: string; role: Role }) => Promise<ActionResult<NewInvitation>>;
}

const WHAT_ROLES_DO: Record<Role, string> = {
  owner: "Everything, and other owners.",
  admin: "Documents, golden questions, members, and switching on.",
  member: "Asks, and sees golden questions and members.",
  reader: "Asks, and opens the documents.",
};

/** Invites a person by e-mail address and role, and shows the link once. */
export function InviteMember({ roles, invite }: InviteMemberProps) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [invited, setInvited] = useState<NewInvitation | null>(null);
  const [error, submit, pending] = useActionState<ActionError | null>(async () => {
    const result = await invite({ email, role });
    setInvited(result.ok ? result.value : null);
    if (result.ok) setEmail("");
    return result.ok ? null : result.error;
  }, null);
  return (
    <Card>
      <CardHeader>
        <CardTitle>
          <h2>Invite a person</h2>
        </CardTitle>
      </CardHeader>
      <CardContent className="space-y-6">
        <form action={submit} className="space-y-4">
          {error !== null && <FormError>{error.message}</FormError>}
          <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto] sm:items-start">
            <Field
              name="email"
              label="E-mail address"
              type="email"
              required
              autoComplete="off"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              error={error?.fields?.email}
            />
            <div className="space-y-2">
              <Label htmlFor="role">Role</Label>
              <NativeChoice id="role" value={role} choices={roles} onChoose={setRole} />
            </div>
            <Button type="submit" disabled={pending} className="sm:mt-[1.375rem]">
              {pending ? "Inviting…" : "Invite"}
            </Button>
          </div>
          <p className="text-sm text-muted-foreground">
            <span className="font-medium capitalize">{role}</span>: {WHAT_ROLES_DO[role]}
          </p>
        </form>
        {invited !== null && <InvitationLink url={invited.url} email={invited.email} />}
      </CardContent>
    </Card>
  );
}
