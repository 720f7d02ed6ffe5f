"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

import { Button } from "@/components/ui/button";

/** A way on. */
export interface GuideLink {
  name: string;
  href: string;
}

/** Ways to do the next step; one that leads to the page that is shown is left out, for the page offers it itself. */
export function GuideLinks({ links }: { links: readonly GuideLink[] }) {
  const pathname = usePathname();
  return links
    .filter(({ href }) => href !== pathname)
    .map(({ name, href }, index) => (
      <Button key={href} asChild size="sm" variant={index === 0 ? "default" : "outline"}>
        <Link href={href}>{name}</Link>
      </Button>
    ));
}
