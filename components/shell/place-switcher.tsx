"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";

import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuLabel, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";

/** A place to switch to. */
export interface Choice {
  href: string;
  name: string;
  /** A word about it. */
  note?: string;
  current: boolean;
}

interface PlaceSwitcherProps {
  /** What is switched: "Organisation", "Project". */
  what: string;
  /** The name of the place where one is. */
  here: string;
  /** Where the name leads when there is nothing to switch to. */
  href: string;
  choices: readonly Choice[];
}

/** The name of where one is, and a menu of the other places of its kind where there are any. */
export function PlaceSwitcher({ what, here, href, choices }: PlaceSwitcherProps) {
  if (choices.length < 2) {
    return (
      <Button asChild variant="ghost" size="sm" className="min-w-0 shrink px-2">
        <Link href={href}>
          <span className="truncate">{here}</span>
        </Link>
      </Button>
    );
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="sm" className="min-w-0 shrink px-2 has-[>svg]:px-2" aria-label={`${what}: ${here}. Switch`}>
          <span className="truncate">{here}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 text-muted-foreground" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-72">
        <DropdownMenuLabel>{what}</DropdownMenuLabel>
        {choices.map(({ href: to, name, note, current }) => (
          <DropdownMenuItem key={to} asChild>
            <Link href={to} aria-current={current ? "true" : undefined}>
              <span className="min-w-0 flex-1">
                <span className="block truncate">{name}</span>
                {note !== undefined && <span className="block truncate text-xs text-muted-foreground">{note}</span>}
              </span>
              {current && <Check aria-hidden className="text-primary" />}
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
