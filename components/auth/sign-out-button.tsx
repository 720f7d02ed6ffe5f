"use client";

import type { ComponentProps } from "react";
import { useTransition } from "react";

import { signOutAndGo } from "@/components/auth/sign-out";
import { Button } from "@/components/ui/button";

interface SignOutButtonProps extends Omit<ComponentProps<typeof Button>, "onClick" | "disabled"> {
  /** Where to go afterwards: a path of the portal. */
  destination?: string;
}

/** Ends the session everywhere and leaves the page with a full load. */
export function SignOutButton({ destination = "/sign-in", children = "Sign out", ...button }: SignOutButtonProps) {
  const [pending, start] = useTransition();
  const leave = () => start(() => signOutAndGo(destination));
  return (
    <Button type="button" variant="ghost" {...button} onClick={leave} disabled={pending}>
      {children}
    </Button>
  );
}
