import { Box20Filled, Box20Regular } from "@fluentui/react-icons/svg/box";
import { formatRoute, type Route } from "./router.ts";
import { SettingsMenu } from "./settings-menu.tsx";
import { shellStrings } from "./strings.ts";

/** Only screens that exist. Scope belongs to Containers. */
export function NavRail({ route }: { readonly route: Route }) {
  const current = route.screen === "containers" || route.screen === "scope";
  return (
    <nav className="rail" aria-label={shellStrings.mainNavigation} data-region="rail" tabIndex={-1}>
      <a
        className="rail-item"
        href={formatRoute({ screen: "containers" })}
        {...(current && { "aria-current": "page" as const })}
      >
        {current ? <Box20Filled /> : <Box20Regular />}
        {shellStrings.containers}
      </a>
      <span className="grow" />
      <SettingsMenu />
    </nav>
  );
}
