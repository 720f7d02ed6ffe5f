"use client";

import { useState } from "react";

import { InvitationLink } from "@/components/members/invitation-link";
import { type CreateCustomer, NewCustomerForm } from "@/components/operator/new-customer-form";
import { Button } from "@/components/ui/button";
import { Card, CardContent } from "@/components/ui/card";
import type { OnboardedCustomer } from "@/lib/portal/onboarding/new-customer";

/** The form for a new customer, and then its invitation's link, once. */
export function NewCustomer({ create }: { create: CreateCustomer }) {
  const [made, setMade] = useState<{ customer: OnboardedCustomer; adminEmail: string } | null>(null);
  if (made === null) {
    return (
      <Card>
        <CardContent>
          <NewCustomerForm create={create} onCreated={(customer, adminEmail) => setMade({ customer, adminEmail })} />
        </CardContent>
      </Card>
    );
  }
  const { customer, adminEmail } = made;
  return (
    <Card>
      <CardContent className="space-y-6">
        <div role="status" className="space-y-1">
          <h2 className="text-lg font-semibold">The customer is ready</h2>
          <p className="text-sm text-muted-foreground">
            {customer.projects.length === 1 ? "Its project is" : `Its ${customer.projects.length} projects are`} waiting at{" "}
            <span className="font-medium text-foreground">/t/{customer.slug}</span>.
          </p>
        </div>
        <InvitationLink url={customer.invitationUrl} email={adminEmail} />
        <Button type="button" variant="outline" onClick={() => setMade(null)}>
          Create another customer
        </Button>
      </CardContent>
    </Card>
  );
}
