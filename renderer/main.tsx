import { QueryClient } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { Client } from "../electron/contract/client.ts";
import type { IsoscopeContract } from "../electron/contract/contract.ts";
import { App } from "./app/app.tsx";
import { pageAttention } from "./engine/attention.ts";
import { openLink } from "./engine/link.ts";
import { LiveLists } from "./engine/live-lists.ts";
import { browserTimer } from "./engine/timer.ts";

const link = openLink(window);
const client = new Client<IsoscopeContract>(link);
const cache = new QueryClient({
  defaultOptions: { queries: { refetchOnWindowFocus: false, refetchOnReconnect: false } },
});
const lists = new LiveLists(client, cache, pageAttention(document, browserTimer), browserTimer);
// A host that was restarted may have other facts to tell.
link.onConnection((connected) => {
  if (connected) void cache.invalidateQueries({ queryKey: ["host.info"] });
});

const root = document.getElementById("root");
if (root) createRoot(root).render(<App host={{ link, client, lists }} cache={cache} />);
