import { config } from "zod/v4/core";

// Before the first page wakes up: without this Zod tries whether it may compile code, which every page's policy forbids, and the browser reports it.
config({ jitless: true });
