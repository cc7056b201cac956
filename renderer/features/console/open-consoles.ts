import { parseRoute } from "../../app/router.ts";
import type { ContainerConsole } from "./container-console.ts";

const consoles = new Map<string, ContainerConsole>();

/**
 * The console of a container: the same one for as long as the drawer is open on that container, whatever tab it shows.
 * When the drawer closes or shows another container, the console is let go of.
 */
export function consoleOf(key: string, make: () => ContainerConsole): ContainerConsole {
  const known = consoles.get(key);
  if (known) return known;
  if (consoles.size === 0) window.addEventListener("hashchange", letGo);
  const made = make();
  consoles.set(key, made);
  return made;
}

/** Lets go of every console whose drawer is not open. */
function letGo(): void {
  const route = parseRoute(window.location.hash);
  const open = route.screen === "containers" ? route.open : null;
  for (const [key, each] of consoles) {
    if (key === open) continue;
    consoles.delete(key);
    each.dispose();
  }
  if (consoles.size === 0) window.removeEventListener("hashchange", letGo);
}
