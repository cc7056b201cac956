import { AriaLiveAnnouncer, FluentProvider } from "@fluentui/react-components";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useLayoutEffect } from "react";
import { type HostConnection, HostProvider } from "../engine/host-context.tsx";
import { PacedAnnouncements } from "../ui/announce.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Shell } from "./shell.tsx";
import { useTheme } from "./use-theme.ts";
import "./base.css";
import "./shell.css";
import "../ui/isolation.css";
import "../ui/virtual-grid.css";
import "./forced-colors.css";

interface AppProps {
  readonly host: HostConnection;
  readonly cache: QueryClient;
}

export function App({ host, cache }: AppProps) {
  const { theme, scheme } = useTheme();
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = scheme;
  }, [scheme]);
  return (
    <QueryClientProvider client={cache}>
      <HostProvider value={host}>
        <FluentProvider theme={theme}>
          <AriaLiveAnnouncer>
            <PacedAnnouncements>
              <ErrorBoundary>
                <Shell />
              </ErrorBoundary>
            </PacedAnnouncements>
          </AriaLiveAnnouncer>
        </FluentProvider>
      </HostProvider>
    </QueryClientProvider>
  );
}
