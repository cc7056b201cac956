import { Box20Filled, Box20Regular } from "@fluentui/react-icons/svg/box";
import {
  ColumnDoubleCompare20Filled,
  ColumnDoubleCompare20Regular,
} from "@fluentui/react-icons/svg/column-double-compare";
import { Layer20Filled, Layer20Regular } from "@fluentui/react-icons/svg/layer";
import { Server20Filled, Server20Regular } from "@fluentui/react-icons/svg/server";
import { Settings20Filled, Settings20Regular } from "@fluentui/react-icons/svg/settings";
import type { ReactElement } from "react";
import { shellStrings } from "../strings/shell.ts";
import { CONTAINERS, formatRoute, type Route } from "./router.ts";

interface RailItem {
  readonly route: Route;
  readonly label: string;
  readonly regular: ReactElement;
  readonly filled: ReactElement;
}

const SCREENS: readonly RailItem[] = [
  { route: CONTAINERS, label: shellStrings.containers, regular: <Box20Regular />, filled: <Box20Filled /> },
  {
    route: { screen: "compare" },
    label: shellStrings.compare,
    regular: <ColumnDoubleCompare20Regular />,
    filled: <ColumnDoubleCompare20Filled />,
  },
  {
    route: { screen: "images" },
    label: shellStrings.images,
    regular: <Layer20Regular />,
    filled: <Layer20Filled />,
  },
  {
    route: { screen: "host", container: null, find: "" },
    label: shellStrings.host,
    regular: <Server20Regular />,
    filled: <Server20Filled />,
  },
];

const SETTINGS: RailItem = {
  route: { screen: "settings", page: "general" },
  label: shellStrings.settings,
  regular: <Settings20Regular />,
  filled: <Settings20Filled />,
};

/** Scope belongs to Containers. */
const owner = (route: Route) => (route.screen === "scope" ? "containers" : route.screen);

export function NavRail({ route }: { readonly route: Route }) {
  const current = owner(route);
  return (
    <nav className="rail" aria-label={shellStrings.mainNavigation} data-region="rail" tabIndex={-1}>
      {SCREENS.map((item) => (
        <RailLink key={item.label} item={item} current={item.route.screen === current} />
      ))}
      <span className="grow" />
      <RailLink item={SETTINGS} current={current === "settings"} />
    </nav>
  );
}

function RailLink({ item, current }: { readonly item: RailItem; readonly current: boolean }) {
  return (
    <a
      className="rail-item"
      href={formatRoute(item.route)}
      {...(current && { "aria-current": "page" as const })}
    >
      {current ? item.filled : item.regular}
      {item.label}
    </a>
  );
}
