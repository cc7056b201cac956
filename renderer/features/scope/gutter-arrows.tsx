import { type KeyboardEvent, useRef } from "react";
import { scopeStrings } from "../../strings/scope.ts";
import { arrowMiddle, type GutterLayout, isAway, numberWidth, type PlacedLink } from "./gutter-layout.ts";

/** Where a press leads: to rows of either pane; the last one named takes the focus. */
export type GoToRows = (rows: {
  readonly inside?: string | undefined;
  readonly host?: string | undefined;
}) => void;

interface GutterArrowsProps {
  readonly layout: GutterLayout;
  readonly width: number;
  readonly foundPid: number | null;
  readonly pidWord: string;
  readonly onGo: GoToRows;
}

/** What can be pressed over the drawing: an arrow goes to the row it points at, a count to the nearest of its rows. */
export function GutterArrows({ layout, width, foundPid, pidWord, onGo }: GutterArrowsProps) {
  const cut = layout.links.filter(({ inside, host }) => "away" in inside || "away" in host);
  return (
    <>
      <CountButton direction="up" links={layout.above} onGo={onGo} />
      {cut.length > 0 && (
        <ArrowGroup>
          {cut.map((placed, index) => (
            <ArrowButton
              key={placed.link.insidePid}
              placed={placed}
              width={width}
              found={placed.link.insidePid === foundPid}
              pidWord={pidWord}
              first={index === 0}
              onGo={onGo}
            />
          ))}
        </ArrowGroup>
      )}
      <CountButton direction="down" links={layout.below} onGo={onGo} />
    </>
  );
}

/** One tab stop for all arrows; Up and Down go from one to the next. */
function ArrowGroup({ children }: { readonly children: React.ReactNode }) {
  const group = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const buttons = [...(group.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button.matches(":focus"));
    buttons.at((at + (event.key === "ArrowDown" ? 1 : -1)) % buttons.length)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a group of fields
    <div ref={group} role="group" aria-label={scopeStrings.linksOutOfSight} onKeyDown={onKey}>
      {children}
    </div>
  );
}

interface ArrowButtonProps {
  readonly placed: PlacedLink;
  readonly width: number;
  readonly found: boolean;
  readonly pidWord: string;
  readonly first: boolean;
  readonly onGo: GoToRows;
}

function ArrowButton({ placed, width, found, pidWord, first, onGo }: ArrowButtonProps) {
  const { link, inside, host } = placed;
  const toHost = "y" in inside;
  const y = "y" in inside ? inside.y : "y" in host ? host.y : 0;
  const x = toHost
    ? arrowMiddle(numberWidth(link.insidePid, found), 1)
    : arrowMiddle(width - numberWidth(link.hostPid, found), -1);
  const label = toHost
    ? scopeStrings.showOnHost(pidWord, link.hostPid, isAway(host, "down"))
    : scopeStrings.showInside(link.insidePid, isAway(inside, "down"));
  return (
    <button
      type="button"
      className="gutter-arrow"
      style={{ left: x, top: y }}
      tabIndex={first ? 0 : -1}
      aria-label={label}
      title={label}
      onClick={() => onGo(toHost ? { host: placed.hostKey } : { inside: placed.insideKey })}
    />
  );
}

interface CountButtonProps {
  readonly direction: "up" | "down";
  readonly links: readonly PlacedLink[];
  readonly onGo: GoToRows;
}

function CountButton({ direction, links, onGo }: CountButtonProps) {
  const [nearest] = links;
  if (!nearest) return null;
  const go = () =>
    onGo({
      inside: "away" in nearest.inside ? nearest.insideKey : undefined,
      host: "away" in nearest.host ? nearest.hostKey : undefined,
    });
  const down = direction === "down";
  return (
    <button
      type="button"
      className={`gutter-count ${direction}`}
      title={scopeStrings.showNearest(down)}
      onClick={go}
    >
      {down ? scopeStrings.below(links.length) : scopeStrings.above(links.length)}
    </button>
  );
}
