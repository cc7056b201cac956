import { useState } from "react";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import type { AppSettings } from "../../../electron/contract/settings.ts";
import { useHost, useLiveSelect } from "../../engine/host-context.tsx";
import { settingsResource } from "../../engine/resources.ts";

/** The app's own settings: what it tells, a way to change them, and why the last change failed. */
export function useAppSettings() {
  const { client } = useHost();
  const [error, setError] = useState<IsoscopeError | null>(null);
  const settings = useLiveSelect(settingsResource, ({ rows }) => rows.get("app"));
  const change = (wanted: AppSettings) => {
    setError(null);
    client.call("settings.change", wanted).catch((thrown: unknown) => setError(toIsoscopeError(thrown)));
  };
  return { settings, change, error };
}
