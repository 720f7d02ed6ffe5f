import type { Metadata } from "next";
import { Suspense } from "react";

import { AdminGuide } from "@/app/t/[org]/[project]/admin-guide";
import { GoldenContents } from "@/app/t/[org]/[project]/golden/contents";
import { GoldenHeader } from "@/components/golden/golden-header";
import { GoldenSkeleton } from "@/components/golden/golden-skeleton";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Golden questions" };

interface GoldenPageProps {
  params: TenantParams;
  searchParams: Promise<{ new?: string | string[] }>;
}

/** The questions whose right answers are known, how they did, and the switch that rests on them. `?new=` is a question to be written down. */
export default async function GoldenPage({ params, searchParams }: GoldenPageProps) {
  const scope = await pageTenant(params, "golden.read", "/golden");
  const { new: wording } = await searchParams;
  return (
    <div className="mx-auto w-full max-w-4xl space-y-8 px-4 py-8 sm:px-6">
      <GoldenHeader
        address={{ org: scope.organisation.slug, project: scope.project.slug }}
        here="questions"
        mayWrite={scope.may("golden.write")}
        title="Golden questions"
      >
        Questions whose right answers you know, asked as any end user would ask them. When they pass and you have signed them, “Ask your docs” can be switched on.
      </GoldenHeader>
      <Suspense fallback={null}>
        <AdminGuide scope={scope} />
      </Suspense>
      <Suspense fallback={<GoldenSkeleton />}>
        <GoldenContents scope={scope} wording={typeof wording === "string" ? wording : undefined} />
      </Suspense>
    </div>
  );
}
