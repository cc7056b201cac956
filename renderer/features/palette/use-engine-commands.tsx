import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { PlayMultiple16Regular } from "@fluentui/react-icons/svg/play-multiple";
import { useMemo } from "react";
import { CONTAINERS, navigate } from "../../app/router.ts";
import { useHost, useHostInfo, useLive } from "../../engine/host-context.tsx";
import { enginesResource } from "../../engine/resources.ts";
import { paletteStrings } from "../../strings/palette.ts";
import { useDemo } from "../containers/use-demo.ts";
import type { PaletteEntry } from "./entry.ts";

/** What asks an engine for something: the demo, and another try where one does not answer. */
export function useEngineCommands(): readonly PaletteEntry[] {
  const { client } = useHost();
  const host = useHostInfo();
  const runDemo = useDemo(host);
  const { rows: engines } = useLive(enginesResource);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the demo's function is made anew by each render and does the same
  return useMemo(() => {
    const demo: PaletteEntry = {
      id: "demo",
      group: "actions",
      icon: <PlayMultiple16Regular />,
      label: paletteStrings.runDemo,
      run: () => {
        navigate(CONTAINERS);
        runDemo();
      },
    };
    const retries = [...engines.values()]
      .filter(({ state }) => state !== "live")
      .map(
        ({ id, title }): PaletteEntry => ({
          id: `retry ${id}`,
          group: "actions",
          icon: <ArrowClockwiseRegular />,
          label: paletteStrings.retry(title),
          run: () => void client.call("engines.retry", { engine: id }).catch(() => {}),
        }),
      );
    return host ? [demo, ...retries] : retries;
  }, [client, host, engines]);
}
