"use client";

import { signOut } from "next-auth/react";
import type { ComponentProps } from "react";
import { useTransition } from "react";

import { Button } from "@/components/ui/button";

interface SignOutButtonProps extends Omit<ComponentProps<typeof Button>, "onClick" | "disabled"> {
  /** Where to go afterwards: a path of the portal. */
  destination?: string;
}

/** Ends the session everywhere and leaves the page with a full load. */
export function SignOutButton({ destination = "/sign-in", children = "Sign out", ...button }: SignOutButtonProps) {
  const [pending, start] = useTransition();
  const leave = () =>
    start(async () => {
      await signOut({ redirect: false });
      window.location.assign(destination);
    });
  return (
    <Button type="button" variant="ghost" {...button} onClick={leave} disabled={pending}>
      {children}
    </Button>
  );
}
