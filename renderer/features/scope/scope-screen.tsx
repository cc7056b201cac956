import { useMemo } from "react";
import { useKeys } from "../../app/keys.ts";
import { LiveStatus } from "../../app/live-status.tsx";
import { CONTAINERS, navigate, openScope } from "../../app/router.ts";
import { ScreenFrame } from "../../app/screen-frame.tsx";
import { vmCountText, wordsOf } from "../../app/words.ts";
import { useHostInfo, useLive } from "../../engine/host-context.tsx";
import { containersResource, enginesResource, scopeResource } from "../../engine/resources.ts";
import { scopeStrings } from "../../strings/scope.ts";
import { usePreferences } from "../../ui-state/preferences.ts";
import { isActive } from "../containers/container-row.ts";
import { EngineTrouble } from "../containers/engine-trouble.tsx";
import { LoadingRows } from "../containers/loading-rows.tsx";
import { NoticeBars } from "../containers/notice-bars.tsx";
import { presentContainer } from "../presenter/demo-session.ts";
import { ElsewhereBar } from "./elsewhere-bar.tsx";
import { otherMode } from "./other-mode.ts";
import { ScopeGone } from "./scope-gone.tsx";
import { ScopeHead } from "./scope-head.tsx";
import { ScopeView } from "./scope-view.tsx";
import "./scope.css";
import "./panes.css";
import "./gutter.css";

interface ScopeScreenProps {
  readonly containerKey: string;
  readonly initialFind: string;
}

const leave = () => navigate(CONTAINERS);

/** Both sides of the wall of one container. */
export function ScopeScreen({ containerKey, initialFind }: ScopeScreenProps) {
  const host = useHostInfo();
  const words = useMemo(() => wordsOf(host), [host]);
  const { rows: containers, loaded } = useLive(containersResource);
  const engines = useLive(enginesResource).rows;
  const live = useLive(scopeResource(containerKey));
  const container = containers.get(containerKey);
  const scope = live.rows.get(containerKey);
  const other = container ? otherMode(container, containers.values()) : null;
  const engine = container && engines.get(container.engine);
  const letters = usePreferences((preferences) => preferences.letterKeys);
  const present = container?.isolation && scope ? () => presentContainer(container, other) : null;
  useKeys({
    // With both sides on screen, Esc clears what is looked for first.
    ...(!scope && { escape: leave }),
    ...(other && { i: () => openScope(other.key) }),
    ...(present && { f5: present, p: present }),
  });

  if (!container) {
    return (
      <ScreenFrame title={scopeStrings.gone} statusLeft={<LiveStatus />}>
        {loaded ? (
          <>
            <ElsewhereBar containerKey={containerKey} lost={true} />
            <ScopeGone onLeave={leave} />
          </>
        ) : (
          <LoadingRows />
        )}
      </ScreenFrame>
    );
  }
  const vms = [...containers.values()].filter((one) => one.isolation === "hyperv" && isActive(one)).length;
  const apart = scope?.insideAt == null ? null : Math.abs(scope.hostAt - scope.insideAt);
  return (
    <ScreenFrame
      title={container.name}
      statusLeft={<LiveStatus>{apart !== null && scopeStrings.sampledWithin(Math.round(apart))}</LiveStatus>}
      statusRight={
        <>
          <span>
            {scopeStrings.find} <kbd>/</kbd>
          </span>
          {other && (
            <span>
              {scopeStrings.otherMode} <kbd>I</kbd>
            </span>
          )}
          {present && (
            <span>
              {scopeStrings.present} <kbd>{letters ? "P" : "F5"}</kbd>
            </span>
          )}
        </>
      }
    >
      {scope ? (
        <ScopeView
          container={container}
          scope={scope}
          words={words}
          vmCount={host ? vmCountText(host.platform, vms, words) : ""}
          engine={engine}
          initialFind={initialFind}
          onPresent={present}
          onLeave={leave}
          bars={
            <div className="bars">
              <EngineTrouble engines={engine ? [engine] : []} />
              <ElsewhereBar containerKey={containerKey} lost={engine?.state !== "live"} />
              <NoticeBars />
            </div>
          }
        />
      ) : (
        <>
          <ScopeHead
            container={container}
            words={words}
            hostCount={null}
            evidence={null}
            report={null}
            onPresent={null}
          />
          {isActive(container) && !live.error ? (
            <LoadingRows />
          ) : (
            <ScopeGone container={container} error={live.error} onLeave={leave} />
          )}
        </>
      )}
    </ScreenFrame>
  );
}
