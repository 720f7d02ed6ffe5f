import { type RefObject, useEffect, useState } from "react";

/** The inner size of an element, in pixels. */
export interface Room {
  width: number;
  height: number;
}

/** How much room there is in an element; undefined until it has been measured. */
export function useRoom(element: RefObject<HTMLElement | null>): Room | undefined {
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const observer = new ResizeObserver(() => setRoom({ width: measured.clientWidth, height: measured.clientHeight }));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
