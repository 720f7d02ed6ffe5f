import "server-only";

import { createHash } from "node:crypto";

import type { ChatAnswer } from "@/lib/engine/contract";
import type { PortalTransaction } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";
import { stepOf, TIME_STEPS } from "@/lib/portal/usage/answer-times";
import { dayOf, monthOf } from "@/lib/portal/usage/period";

/** Counts an answered question of the scope's person, in the transaction that keeps it: no words, and of the person a digest that belongs to the project and the day or month alone. */
export async function countQuestion(tx: PortalTransaction, scope: TenantScope, { grounding, tookMs }: Pick<ChatAnswer, "grounding" | "tookMs">, now = new Date()): Promise<void> {
  const { organisation, project } = scope;
  const [day, month] = [dayOf(now), monthOf(now)];
  const newToday = await countsAnew(tx, scope, day);
  const newThisMonth = await countsAnew(tx, scope, `month ${month}`);
  await tx.$executeRaw`
    INSERT INTO portal.usage_month AS u (organisation_id, project_id, month, people) VALUES (${organisation.id}, ${project.id}, ${month}::date, ${newThisMonth})
    ON CONFLICT (organisation_id, project_id, month) DO UPDATE SET people = u.people + excluded.people`;
  await tx.$executeRaw`
    INSERT INTO portal.usage_day (organisation_id, project_id, day, times) VALUES (${organisation.id}, ${project.id}, ${day}::date, array_fill(0, ARRAY[${TIME_STEPS}::integer]))
    ON CONFLICT DO NOTHING`;
  const step = stepOf(tookMs) + 1;
  await tx.$executeRaw`
    UPDATE portal.usage_day SET questions = questions + 1, uncertain = uncertain + ${grounding === "uncertain" ? 1 : 0}, refused = refused + ${grounding === "refused" ? 1 : 0},
      people = people + ${newToday},
      -- The day's row may have been made by a document's upload, which counts no times.
      times = (SELECT array_agg(coalesce(times[place], 0) + (place = ${step}::integer)::integer ORDER BY place) FROM generate_series(1, ${TIME_STEPS}::integer) AS place)
    WHERE organisation_id = ${organisation.id} AND project_id = ${project.id} AND day = ${day}::date`;
}

/** 1 for a person who was not counted in the period yet, else 0. */
async function countsAnew(tx: PortalTransaction, { organisation, project, actorId }: TenantScope, period: string): Promise<number> {
  if (actorId === null) return 0;
  const person = createHash("sha256").update(`${project.id} ${period} ${actorId}`).digest();
  return tx.$executeRaw`
    INSERT INTO portal.usage_seen (organisation_id, project_id, period, person) VALUES (${organisation.id}, ${project.id}, ${period}, ${person}) ON CONFLICT DO NOTHING`;
}
