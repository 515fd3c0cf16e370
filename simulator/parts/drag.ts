/** How far a finger or the mouse has come since it went down, in px. */
type Drag = { x: number; y: number; dx: number; dy: number };

type Handlers = {
  /** False lets the drag go. */
  start?: (drag: Drag) => boolean;
  move: (drag: Drag) => void;
  end: (drag: Drag) => void;
};

/** Follows one finger, or the mouse, from an element on. */
export function onDrag(dom: HTMLElement, { start, move, end }: Handlers): void {
  const follow = (x: number, y: number, moves: string, ends: string[]) => {
    const toDrag = (event: Event): Drag => {
      const point = pointOf(event) ?? { clientX: x, clientY: y };
      return { x, y, dx: point.clientX - x, dy: point.clientY - y };
    };
    if (start && !start({ x, y, dx: 0, dy: 0 })) return;
    const moved = (event: Event) => move(toDrag(event));
    const ended = (event: Event) => {
      document.removeEventListener(moves, moved);
      for (const type of ends) document.removeEventListener(type, ended);
      end(toDrag(event));
    };
    document.addEventListener(moves, moved);
    for (const type of ends) document.addEventListener(type, ended);
  };
  dom.addEventListener('mousedown', ({ button, clientX, clientY }) => {
    if (button === 0) follow(clientX, clientY, 'mousemove', ['mouseup']);
  });
  dom.addEventListener(
    'touchstart',
    (event) => {
      const point = pointOf(event);
      if (point) follow(point.clientX, point.clientY, 'touchmove', ['touchend', 'touchcancel']);
    },
    { passive: true },
  );
}

function pointOf(event: Event): { clientX: number; clientY: number } | undefined {
  if (event instanceof MouseEvent) return event;
  return (event as TouchEvent).changedTouches[0];
}
