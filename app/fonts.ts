import localFont from "next/font/local";

// Two files of one face: the second is fetched only by pages that hold its letters (Polish, Turkish, Vietnamese …).
const latin = localFont({
  src: "./fonts/plex-sans-latin.woff2",
  weight: "100 700",
  variable: "--font-latin",
  display: "swap",
  adjustFontFallback: "Arial",
});
const latinExtended = localFont({
  src: "./fonts/plex-sans-latin-ext.woff2",
  weight: "100 700",
  variable: "--font-latin-extended",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF" },
  ],
});

/** The class that gives a page the product's typeface, served by the product itself. */
export const typeface = `${latin.variable} ${latinExtended.variable}`;
