import { shellStrings } from "../strings/shell.ts";
import { usePreferences } from "../ui-state/preferences.ts";
import { EngineNews } from "./engine-news.tsx";
import { useLastInput } from "./last-input.ts";
import { NavRail } from "./nav-rail.tsx";
import { RecordingDrop } from "./recording-drop.tsx";
import { ReplayBar } from "./replay-bar.tsx";
import { useRoute } from "./router.ts";
import { Screen } from "./screens.tsx";
import { SessionSwitch } from "./session-switch.tsx";
import { SurfaceHost } from "./surface-host.tsx";
import { TitleBar } from "./title-bar.tsx";
import { ToastHost } from "./toast-host.tsx";
import { useShellKeys } from "./use-shell-keys.ts";

export function Shell() {
  const route = useRoute();
  const density = usePreferences((preferences) => preferences.density);
  useShellKeys();
  useLastInput();
  const alone = route.screen === "presenter";
  return (
    <div className={alone ? "shell alone" : "shell"} data-density={density}>
      {!alone && (
        <>
          <button type="button" className="skip" onClick={skipToMain}>
            {shellStrings.skip}
          </button>
          <TitleBar />
          <NavRail route={route} />
        </>
      )}
      <Screen route={route} />
      <ReplayBar />
      <SurfaceHost />
      <ToastHost />
      <EngineNews />
      {route.screen !== "images" && <RecordingDrop />}
      <SessionSwitch />
    </div>
  );
}

const skipToMain = () => document.getElementById("main")?.focus();
