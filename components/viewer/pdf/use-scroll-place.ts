import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

import type { PagePlaces } from "@/components/viewer/pdf/page-places";
import { type Place, placeAt, scrollTo } from "@/components/viewer/pdf/place";

/** What is in the window. */
export interface ScrollPlace {
  /** How far down, in pixels; where the document is opened until something has scrolled. */
  top: number;
  goTo: (place: Place) => void;
  /** For the window's scroll event. */
  onScroll: () => void;
}

/**
 * Keeps a window at its place in a document while pages change their size: by zoom, by a turned screen, and when a page turns out
 * to be larger than was thought. Another `start` is gone to. `seen` is the window's height, in pixels.
 */
export function useScrollPlace(area: RefObject<HTMLDivElement | null>, places: PagePlaces, seen: number, start: Place): ScrollPlace {
  /** Which part of the width is in the middle of the window. */
  const across = useRef(0.5);
  const [scrolled, setScrolled] = useState<number | null>(null);
  const anchor = useRef(start);
  const opened = useRef(start);
  /** Where we have scrolled to last; anything else is a person's doing. */
  const settled = useRef(-1);

  useLayoutEffect(() => {
    const element = area.current;
    settled.current = show(element, anchor.current, places, seen);
    element?.scrollTo({ left: across.current * element.scrollWidth - element.clientWidth / 2, behavior: "instant" });
  }, [area, places, seen]);

  useEffect(() => {
    if (opened.current.page === start.page && opened.current.y === start.y) return;
    opened.current = start;
    anchor.current = start;
    settled.current = show(area.current, start, places, seen);
  }, [area, places, seen, start]);

  const goTo = (place: Place) => {
    anchor.current = place;
    settled.current = show(area.current, place, places, seen);
  };

  const onScroll = () => {
    const element = area.current;
    if (element === null) return;
    const top = element.scrollTop;
    across.current = (element.scrollLeft + element.clientWidth / 2) / element.scrollWidth;
    if (Math.abs(top - settled.current) > 1) {
      anchor.current = placeAt(places, top);
      settled.current = -1;
    }
    setScrolled(top);
  };

  return { top: scrolled ?? scrollTo(start, places, seen), goTo, onScroll };
}

/** Scrolls to a place, as far as the document goes, and tells how far that was. */
function show(element: HTMLElement | null, place: Place, places: PagePlaces, seen: number): number {
  element?.scrollTo({ top: scrollTo(place, places, seen), behavior: "instant" });
  return element?.scrollTop ?? -1;
}
