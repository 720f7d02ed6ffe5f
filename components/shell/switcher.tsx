"use client";

import { ChevronsUpDown } from "lucide-react";
import Link from "next/link";

import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuLabel, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";

/** Something one can switch to. */
export interface Choice {
  name: string;
  /** A second line: a role, an environment. */
  note: string;
  href: string;
}

/** The name of where one is; with other places to go, a menu of them. */
export function Switcher({ label, current, choices }: { label: string; current: string; choices: readonly Choice[] }) {
  if (choices.length < 2) return <span className="max-w-40 truncate px-2 text-sm font-medium sm:max-w-64">{current}</span>;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="sm" className="max-w-44 gap-1.5 px-2 sm:max-w-72" aria-label={`${label}: ${current}. Switch`}>
          <span className="truncate">{current}</span>
          <ChevronsUpDown aria-hidden className="text-muted-foreground" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        <DropdownMenuLabel>{label}</DropdownMenuLabel>
        {choices.map(({ name, note, href }) => (
          <DropdownMenuItem key={href} asChild>
            <Link href={href} className="flex-col items-start gap-0">
              <span className="max-w-72 truncate">{name}</span>
              <span className="text-xs text-muted-foreground capitalize">{note}</span>
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
