import { TriangleAlert } from "lucide-react";
import Link from "next/link";

import { formatLimit, LIMIT_WORDS } from "@/components/usage/limits";
import type { LimitUse } from "@/lib/portal/quota/quota-use";

/** Says above every page which limits are nearly used up, or are. Nothing when there is room. */
export function LimitBanner({ uses, href }: { uses: readonly LimitUse[]; href: string }) {
  const near = uses.filter(({ percent }) => percent !== null && percent >= 80);
  if (near.length === 0) return null;
  return (
    <aside aria-label="Limits" className="border-b border-warning/25 bg-warning-surface text-sm text-warning">
      <div className="mx-auto flex w-full max-w-7xl flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 sm:px-6">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {near.map(({ metric, used, most, percent }) => (
            <li key={metric}>
              {LIMIT_WORDS[metric]}: {formatLimit(metric, used)} of {formatLimit(metric, most ?? 0)} {percent !== null && percent >= 100 ? "– used up" : ""}
            </li>
          ))}
        </ul>
        <Link href={href} className="underline underline-offset-4">
          See usage
        </Link>
      </div>
    </aside>
  );
}
