import { z } from "zod";
import { lenient, readable } from "./parse-document.ts";
import { ProcessDetails } from "./process-list.ts";
import { Uint64 } from "./uint64.ts";

/** Of one system. For a container under Hyper-V isolation it counts the container inside the VM, not the VM. */
const Statistics = z.object({
  ContainerStartTime: lenient(z.string()),
  Uptime100ns: lenient(Uint64),
  Processor: lenient(z.object({ TotalRuntime100ns: lenient(Uint64) })),
  Memory: lenient(z.object({ MemoryUsagePrivateWorkingSetBytes: lenient(Uint64) })),
  Storage: lenient(z.object({ ReadSizeBytes: lenient(Uint64), WriteSizeBytes: lenient(Uint64) })),
  /** Schema 1 only, one for each endpoint. */
  Network: lenient(readable(z.object({ BytesReceived: lenient(Uint64), BytesSent: lenient(Uint64) }))),
});
export type Statistics = z.output<typeof Statistics>;

/**
 * One compute system, as HcsEnumerateComputeSystems and HcsGetComputeSystemProperties tell it. Only Id and SystemType
 * are always there; which build fills what else is not documented.
 */
export const Properties = z.object({
  Id: z.string().min(1),
  SystemType: z.string(),
  Owner: lenient(z.string()),
  /** The VM's GUID where there is a VM. What a process-isolated container has here is not documented. */
  RuntimeId: lenient(z.string()),
  RuntimeOsType: lenient(z.string()),
  Name: lenient(z.string()),
  State: lenient(z.string()),
  /** Only of a container that was put into a utility VM of its own (schema 2). */
  HostingSystemId: lenient(z.string()),
  Stopped: lenient(z.boolean()),
  ProcessList: lenient(readable(ProcessDetails)),
  Statistics: lenient(Statistics),
});
export type Properties = z.output<typeof Properties>;

export const SystemList = readable(Properties);
