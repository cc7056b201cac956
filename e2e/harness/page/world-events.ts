/** Where text crosses between the worlds: DOM events reach the listeners of both, at once and with no object but text. */
export interface WorldEvents {
  readonly post: (text: string) => void;
}

/**
 * `secret` makes the names that no script of the page knows. What is used later is taken now, before a script of the page
 * can put its own in place.
 */
export function worldEvents(
  secret: string,
  side: "page" | "preload",
  receive: (text: string) => void,
): WorldEvents {
  const other = side === "page" ? "preload" : "page";
  const Event = CustomEvent;
  const dispatch = EventTarget.prototype.dispatchEvent.bind(window);
  window.addEventListener(`${secret}-to-${side}`, (event) => {
    if (event instanceof Event && typeof event.detail === "string") receive(event.detail);
  });
  return { post: (text) => void dispatch(new Event(`${secret}-to-${other}`, { detail: text })) };
}
