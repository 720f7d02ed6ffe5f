/** What lies between the page and a dialog or sheet. */
export const OVERLAY = "fixed inset-0 z-50 bg-black/50 data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in";

/** A small panel beside what opened it: a menu or a hint. */
export const FLOATING = "z-50 data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in data-[state=delayed-open]:animate-pop-in";
