import { useSyncExternalStore } from "react";

export const DRAWER_TABS = ["processes", "console", "logs", "stats", "boundary", "inspect"] as const;
export type DrawerTab = (typeof DRAWER_TABS)[number];

export const SETTINGS_PAGES = ["general", "engines", "doctor", "diagnostics"] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

/** Where the page is. Every route is a link that can be copied and opened again. */
export type Route =
  /** `open` is the container whose details the drawer shows. */
  | { readonly screen: "containers"; readonly open: string | null; readonly tab: DrawerTab }
  | { readonly screen: "scope"; readonly key: string; readonly find: string }
  | { readonly screen: "compare" }
  | { readonly screen: "images" }
  /** `container` narrows the table to one container's rows; `find` is what the text filter holds. */
  | { readonly screen: "host"; readonly container: string | null; readonly find: string }
  /** `about` is the engine that the doctor is asked about. */
  | { readonly screen: "settings"; readonly page: SettingsPage; readonly about?: string }
  /** `step` is 1 to 7. */
  | { readonly screen: "presenter"; readonly step: number };

export const CONTAINERS: Route = { screen: "containers", open: null, tab: "processes" };

export const PRESENTER_STEPS = 7;

export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [screen, ...rest] = path.split("/");
  const search = new URLSearchParams(query);
  const key = rest.map(decode).join("/");
  switch (screen) {
    case "scope":
      return rest.length === 0 ? CONTAINERS : { screen, key, find: search.get("find") ?? "" };
    case "compare":
    case "images":
      return { screen };
    case "host":
      return { screen, container: search.get("container"), find: search.get("find") ?? "" };
    case "settings":
      return settingsRoute(key, search.get("about"));
    case "presenter":
      return { screen, step: stepOf(key) };
    default:
      return {
        screen: "containers",
        open: key || null,
        tab: oneOf(DRAWER_TABS, search.get("tab")) ?? "processes",
      };
  }
}

export function formatRoute(route: Route): string {
  switch (route.screen) {
    case "containers":
      return route.open === null
        ? "#/containers"
        : `#/containers/${encodeKey(route.open)}${queryOf({ tab: route.tab === "processes" ? "" : route.tab })}`;
    case "scope":
      return `#/scope/${encodeKey(route.key)}${queryOf({ find: route.find })}`;
    case "host":
      return `#/host${queryOf({ container: route.container ?? "", find: route.find })}`;
    case "settings":
      return route.page === "general"
        ? "#/settings"
        : `#/settings/${route.page}${queryOf({ about: route.about ?? "" })}`;
    case "presenter":
      return `#/presenter/${route.step}`;
    default:
      return `#/${route.screen}`;
  }
}

function settingsRoute(name: string, about: string | null): Route {
  const page = oneOf(SETTINGS_PAGES, name) ?? "general";
  return { screen: "settings", page, ...(about && { about }) };
}

const encodeKey = (key: string) => key.split("/").map(encodeURIComponent).join("/");

/** Only what is not empty. */
function queryOf(values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "")).toString();
  return query === "" ? "" : `?${query}`;
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | undefined {
  return known.find((one) => one === value);
}

function stepOf(text: string): number {
  const step = Number.parseInt(text, 10);
  return Number.isNaN(step) ? 1 : Math.min(PRESENTER_STEPS, Math.max(1, step));
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

/** Opens the drawer with one container's details. */
export const openDetails = (key: string, tab: DrawerTab = "processes"): void =>
  navigate({ screen: "containers", open: key, tab });

/** Changes the address without a step in the history, e.g. while a word to find is typed. */
export const replaceRoute = (route: Route): void => {
  window.history.replaceState(null, "", formatRoute(route));
};

/** Shows another route in the place of this one: Back then goes to where this one was come to from. */
export function showInstead(route: Route): void {
  replaceRoute(route);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

const subscribe = (changed: () => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return parseRoute(hash);
}
