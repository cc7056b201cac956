import { queryOptions } from "@tanstack/react-query";
import type { Client } from "../../electron/contract/client.ts";
import type { IsoscopeContract } from "../../electron/contract/contract.ts";
import type { HostProcess } from "../../electron/contract/process.ts";
import { asSent } from "./live-data.ts";
import { liveResource } from "./live-resource.ts";

/** Every watched collection of the contract, once. Components never spell a key. */
export const censusResource = liveResource("host.census", {});
export const enginesResource = liveResource("engines.watch", {});
export const containersResource = liveResource("containers.watch", {});
export const processesResource = { ...liveResource("processes.watch", {}), fold: asSent<HostProcess> };
export const ownersResource = liveResource("owners.watch", {});
export const imagesResource = liveResource("images.watch", {});
export const jobsResource = liveResource("jobs.watch", {});
export const comparisonsResource = liveResource("compare.watch", {});
export const costsResource = liveResource("cost.watch", {});
export const sessionResource = liveResource("session.watch", {});
export const settingsResource = liveResource("settings.watch", {});
export const metersResource = liveResource("diagnostics.watch", {});
export const doctorResource = liveResource("doctor.watch", {});
export const eventsResource = liveResource("events.watch", {});
export const scopeResource = (key: string) => liveResource("scope.watch", { key });

/** Facts of the host that do not change while the app runs. */
export const hostInfoOptions = (client: Client<IsoscopeContract>) =>
  queryOptions({
    queryKey: ["host.info"],
    queryFn: ({ signal }) => client.call("host.info", {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: true,
    retryDelay: 500,
  });
