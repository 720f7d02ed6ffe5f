import { nothingHere } from "@/lib/platform/http/route-handlers";

export const { GET, POST, PUT, PATCH, DELETE } = nothingHere();
