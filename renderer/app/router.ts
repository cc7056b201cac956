import { useSyncExternalStore } from "react";

/** Where the page is. Every route is a link that can be copied and opened again. */
export type Route =
  | { readonly screen: "containers" }
  | { readonly screen: "scope"; readonly key: string; readonly find: string };

export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [screen, ...rest] = path.split("/");
  if (screen !== "scope" || rest.length === 0) return { screen: "containers" };
  return {
    screen: "scope",
    key: rest.map(decode).join("/"),
    find: new URLSearchParams(query).get("find") ?? "",
  };
}

export function formatRoute(route: Route): string {
  if (route.screen === "containers") return "#/containers";
  const path = route.key.split("/").map(encodeURIComponent).join("/");
  const query = route.find === "" ? "" : `?${new URLSearchParams({ find: route.find })}`;
  return `#/scope/${path}${query}`;
}

/** A hand-typed `%` must not break the page. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const navigate = (route: Route): void => {
  window.location.hash = formatRoute(route);
};

export const openScope = (key: string, find = ""): void => navigate({ screen: "scope", key, find });

/** Changes the address without a step in the history, e.g. while a word to find is typed. */
export const replaceRoute = (route: Route): void => {
  window.history.replaceState(null, "", formatRoute(route));
};

const subscribe = (changed: () => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return parseRoute(hash);
}
