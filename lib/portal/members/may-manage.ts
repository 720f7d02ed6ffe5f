import type { Role } from "@/lib/portal/roles";

/** Whether someone who may manage members may give or take a role: only owners touch owners. */
export function mayManage(own: Role, other: Role): boolean {
  return own === "owner" || other !== "owner";
}
