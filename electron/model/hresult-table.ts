/**
 * What a result means for the caller. `mismatch`: image and host do not fit; `denied`: rights; `missing-feature`: Windows
 * has to be set up first; `service`: the service does not answer now; `gone`: the thing is no more, which ends a stop or a
 * kill well; `state`: not in this state; `exists`: the id is taken; `busy`: not an error, wait; `ours`: a document or call
 * of ours was wrong; `failed`: it did not work.
 */
export type ResultKind =
  | "mismatch"
  | "denied"
  | "missing-feature"
  | "service"
  | "gone"
  | "state"
  | "exists"
  | "busy"
  | "ours"
  | "failed";

/** One result code of Windows. Words are for people; `fix` is absent where there is nothing to do. */
export interface ResultCode {
  /** Normalised and unsigned, see `normaliseResult`. */
  readonly code: number;
  readonly name: string;
  readonly kind: ResultKind;
  readonly meaning: string;
  readonly fix?: string;
}

const row = (code: number, name: string, kind: ResultKind, meaning: string, fix?: string): ResultCode =>
  fix === undefined ? { code, name, kind, meaning } : { code, name, kind, meaning, fix };

const ENABLE_HYPERV =
  "Enable Hyper-V and restart (client: Enable-WindowsOptionalFeature -Online -FeatureName Microsoft-Hyper-V,Containers -All; " +
  "server: Install-WindowsFeature Hyper-V -IncludeManagementTools -Restart). In a VM, expose virtualization extensions to it on its host.";
const ENABLE_CONTAINERS =
  "Enable the Containers feature (server: Install-WindowsFeature Containers) and start the service vmcompute.";
const GET_RIGHTS =
  "Start Isoscope as administrator, or join the group Hyper-V Administrators (S-1-5-32-578) and sign in again.";
const OTHER_ISOLATION = "Try the other isolation, and an image of the host's own build.";
const FITTING_IMAGE = "Use an image of the host's own build, or Hyper-V isolation for an older one.";
const RETRY = "Try again; if it stays so, restart the service vmcompute.";

/** Names and codes: Microsoft's HCSHResult reference; ERROR_VMCOMPUTE_* has the same low words. */
const HCS: readonly ResultCode[] = [
  row(
    0x8037_0100,
    "HCS_E_TERMINATED_DURING_START",
    "failed",
    "It stopped while it was starting.",
    "Check the image and the memory it may use.",
  ),
  row(
    0x8037_0101,
    "HCS_E_IMAGE_MISMATCH",
    "mismatch",
    "The container's Windows does not match the host's.",
    FITTING_IMAGE,
  ),
  row(
    0x8037_0102,
    "HCS_E_HYPERV_NOT_INSTALLED",
    "missing-feature",
    "A feature that it needs is not installed: Hyper-V is off.",
    ENABLE_HYPERV,
  ),
  row(0x8037_0103, "VMCOMPUTE_OPERATION_PENDING", "busy", "It has begun and goes on by itself."),
  row(0x8037_0104, "VMCOMPUTE_TOO_MANY_NOTIFICATIONS", "failed", "The service had too much to tell at once."),
  row(0x8037_0105, "HCS_E_INVALID_STATE", "state", "Its state does not allow this."),
  row(
    0x8037_0106,
    "HCS_E_UNEXPECTED_EXIT",
    "failed",
    "The VM or container ended unexpectedly.",
    `Check memory and antivirus. ${OTHER_ISOLATION}`,
  ),
  row(0x8037_0107, "HCS_E_TERMINATED", "failed", "Somebody ended it by force."),
  row(0x8037_0108, "HCS_E_CONNECT_FAILED", "failed", "The utility VM's guest could not be reached.", RETRY),
  row(
    0x8037_0109,
    "HCS_E_CONNECTION_TIMEOUT",
    "failed",
    "The utility VM's guest did not answer in time.",
    "The host is overloaded or the VM did not boot: free memory, and try again.",
  ),
  row(
    0x8037_010a,
    "HCS_E_CONNECTION_CLOSED",
    "failed",
    "The connection to the utility VM's guest was closed.",
    RETRY,
  ),
  row(
    0x8037_010b,
    "HCS_E_UNKNOWN_MESSAGE",
    "mismatch",
    "The guest does not know this request: its image is too old.",
    FITTING_IMAGE,
  ),
  row(
    0x8037_010c,
    "HCS_E_UNSUPPORTED_PROTOCOL_VERSION",
    "mismatch",
    "Host and guest have no protocol in common.",
    FITTING_IMAGE,
  ),
  row(0x8037_010d, "HCS_E_INVALID_JSON", "ours", "The service refused a document of Isoscope's."),
  row(0x8037_010e, "HCS_E_SYSTEM_NOT_FOUND", "gone", "There is no such container or VM any more."),
  row(0x8037_010f, "HCS_E_SYSTEM_ALREADY_EXISTS", "exists", "The id is in use.", "Choose another name."),
  row(0x8037_0110, "HCS_E_SYSTEM_ALREADY_STOPPED", "gone", "It is stopped already."),
  row(0x8037_0111, "HCS_E_PROTOCOL_ERROR", "failed", "Host and guest misunderstood each other.", RETRY),
  row(
    0x8037_0112,
    "HCS_E_INVALID_LAYER",
    "failed",
    "A layer of the image is damaged or unknown.",
    "Remove the image and pull it again.",
  ),
  row(
    0x8037_0113,
    "HCS_E_WINDOWS_INSIDER_REQUIRED",
    "mismatch",
    "The image is for Windows Insider builds.",
    "Use a released tag.",
  ),
  row(
    0x8037_0114,
    "HCS_E_SERVICE_NOT_AVAILABLE",
    "missing-feature",
    "The Host Compute Service is not there.",
    ENABLE_CONTAINERS,
  ),
  row(0x8037_0115, "HCS_E_OPERATION_NOT_STARTED", "ours", "The operation was never begun."),
  row(0x8037_0116, "HCS_E_OPERATION_ALREADY_STARTED", "ours", "The operation is in use."),
  row(0x8037_0117, "HCS_E_OPERATION_PENDING", "busy", "It is still under way."),
  row(
    0x8037_0118,
    "HCS_E_OPERATION_TIMEOUT",
    "busy",
    "It is still under way after the time that was given.",
    "Keep waiting, or end it.",
  ),
  row(
    0x8037_0119,
    "HCS_E_OPERATION_SYSTEM_CALLBACK_ALREADY_SET",
    "ours",
    "The system has a callback already.",
  ),
  row(
    0x8037_011a,
    "HCS_E_OPERATION_RESULT_ALLOCATION_FAILED",
    "failed",
    "There was no memory for the result.",
    "Free memory and try again.",
  ),
  row(
    0x8037_011b,
    "HCS_E_ACCESS_DENIED",
    "denied",
    "Only administrators and Hyper-V Administrators may do this.",
    GET_RIGHTS,
  ),
  row(
    0x8037_011c,
    "HCS_E_GUEST_CRITICAL_ERROR",
    "failed",
    "The utility VM's guest crashed.",
    OTHER_ISOLATION,
  ),
  row(0x8037_011d, "HCS_E_PROCESS_INFO_NOT_AVAILABLE", "failed", "The process tells nothing of itself."),
  row(
    0x8037_011e,
    "HCS_E_SERVICE_DISCONNECT",
    "service",
    "The Host Compute Service stopped or crashed.",
    "Start the service vmcompute; Isoscope connects again by itself.",
  ),
  row(0x8037_011f, "HCS_E_PROCESS_ALREADY_STOPPED", "gone", "The process has ended already."),
];

/** Codes of other facilities that container calls answer with, seen in public issue threads and Microsoft's references. */
const OTHERS: readonly ResultCode[] = [
  row(
    0xc035_1000,
    "HV_NOT_PRESENT",
    "missing-feature",
    "No hypervisor is running on this host.",
    ENABLE_HYPERV,
  ),
  row(0xd000_0022, "STATUS_ACCESS_DENIED", "denied", "Windows denied access.", GET_RIGHTS),
  row(0x8000_4004, "E_ABORT", "failed", "It was given up."),
  row(
    0x8007_0002,
    "ERROR_FILE_NOT_FOUND",
    "failed",
    "The file or command does not exist.",
    "Check the command: it must exist inside the image.",
  ),
  row(0x8007_0005, "ERROR_ACCESS_DENIED", "denied", "Windows denied access.", GET_RIGHTS),
  row(0x8007_0006, "ERROR_INVALID_HANDLE", "ours", "A handle was used that is closed."),
  row(0x8007_000d, "ERROR_INVALID_DATA", "ours", "The data is not valid."),
  row(
    0x8007_000e,
    "ERROR_OUTOFMEMORY",
    "failed",
    "There is not enough memory.",
    "Free memory, or give the container less.",
  ),
  row(0x8007_0032, "ERROR_NOT_SUPPORTED", "failed", "This Windows does not support it."),
  row(0x8007_0057, "ERROR_INVALID_PARAMETER", "ours", "An argument is not valid."),
  row(
    0x8007_007e,
    "ERROR_MOD_NOT_FOUND",
    "missing-feature",
    "A system library is missing: the feature is not installed.",
    ENABLE_CONTAINERS,
  ),
  row(
    0x8007_007f,
    "ERROR_PROC_NOT_FOUND",
    "missing-feature",
    "This Windows is too old for the call.",
    "Update Windows: the Host Compute Service begins with build 17763.",
  ),
  row(
    0x8007_0422,
    "ERROR_SERVICE_DISABLED",
    "service",
    "The service is disabled.",
    "Enable and start the service vmcompute.",
  ),
  row(
    0x8007_0424,
    "ERROR_SERVICE_DOES_NOT_EXIST",
    "missing-feature",
    "The service is not installed.",
    ENABLE_CONTAINERS,
  ),
  row(0x8007_0490, "ERROR_NOT_FOUND", "gone", "There is no such thing any more."),
  row(
    0x8007_05aa,
    "ERROR_NO_SYSTEM_RESOURCES",
    "failed",
    "Windows has no resources left for it.",
    "Free memory and try again.",
  ),
  row(
    0x8007_06be,
    "RPC_S_CALL_FAILED",
    "failed",
    "The call to the service failed midway.",
    `On Windows 11 this is known of process isolation: ${OTHER_ISOLATION}`,
  ),
  row(
    0x803b_0001,
    "HCN_E_NETWORK_NOT_FOUND",
    "failed",
    "The container network does not exist.",
    "Restart the service hns, or make the network again.",
  ),
  row(0x803b_0002, "HCN_E_ENDPOINT_NOT_FOUND", "gone", "The network endpoint does not exist any more."),
  row(0x803b_0010, "HCN_E_NETWORK_ALREADY_EXISTS", "exists", "The container network exists already."),
  row(0x803b_0013, "HCN_E_PORT_ALREADY_EXISTS", "exists", "The port is in use.", "Choose another port."),
  row(0x803b_0014, "HCN_E_ENDPOINT_ALREADY_ATTACHED", "state", "The network endpoint is attached already."),
  row(0x803b_001b, "HCN_E_INVALID_JSON", "ours", "The network service refused a document."),
  row(
    0x803b_0020,
    "HCN_E_MANAGER_STOPPED",
    "service",
    "The network service is stopped.",
    "Start the service hns.",
  ),
];

export const RESULT_CODES: readonly ResultCode[] = [...HCS, ...OTHERS];
