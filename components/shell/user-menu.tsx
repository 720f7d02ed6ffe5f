"use client";

import { Building2, LogOut, ShieldCheck, SlidersHorizontal } from "lucide-react";
import Link from "next/link";
import { useState } from "react";

import { signOutAndGo } from "@/components/auth/sign-out";
import type { Account } from "@/components/shell/frame";
import { initials } from "@/components/shell/initials";
import { ThemeChoice } from "@/components/shell/theme-choice";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";

interface UserMenuProps extends Account {
  /** Whether there is more than one place to go to from the home page. */
  hasChoice: boolean;
}

/** Who is signed in, the theme, and the way out. */
export function UserMenu({ name, email, operator, hasChoice }: UserMenuProps) {
  const [leaving, setLeaving] = useState(false);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" className="rounded-full" aria-label={`Account of ${name}`} disabled={leaving}>
          <span aria-hidden className="grid size-7 place-content-center rounded-full bg-secondary text-xs font-semibold text-secondary-foreground">
            {initials(name)}
          </span>
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-64">
        <div className="px-2 py-1.5 text-sm">
          <p className="truncate font-medium">{name}</p>
          <p className="truncate text-muted-foreground">{email}</p>
        </div>
        <DropdownMenuSeparator />
        {(hasChoice || operator) && (
          <>
            {hasChoice && (
              <DropdownMenuItem asChild>
                <Link href="/">
                  <Building2 aria-hidden />
                  My organisations
                </Link>
              </DropdownMenuItem>
            )}
            {operator && (
              <DropdownMenuItem asChild>
                <Link href="/operator">
                  <SlidersHorizontal aria-hidden />
                  Operator’s desk
                </Link>
              </DropdownMenuItem>
            )}
            <DropdownMenuSeparator />
          </>
        )}
        <ThemeChoice />
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link href="/security">
            <ShieldCheck aria-hidden />
            Security
          </Link>
        </DropdownMenuItem>
        <DropdownMenuItem
          onSelect={() => {
            setLeaving(true);
            void signOutAndGo("/sign-in");
          }}
        >
          <LogOut aria-hidden />
          Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
