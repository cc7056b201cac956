import { parseRoute, type Route } from "../../app/router.ts";

type HostRoute = Extract<Route, { readonly screen: "host" }>;

/** Where the page is now, also when only the address was changed while something was typed. */
export function currentHostRoute(): HostRoute {
  const route = parseRoute(window.location.hash);
  return route.screen === "host" ? route : { screen: "host", container: null, find: "" };
}
