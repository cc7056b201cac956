import { RESULT_CODES, type ResultCode } from "./hresult-table.ts";

export type { ResultCode, ResultKind } from "./hresult-table.ts";

const BY_CODE: ReadonlyMap<number, ResultCode> = new Map(RESULT_CODES.map((each) => [each.code, each]));

const SEVERITY_DROPPED = 0x0fff_ffff;
const HCS_FACILITY = 0x037;
const HYPERVISOR_FACILITY = 0x035;
const NT_FACILITY = 0x000;

/**
 * One number for one result. The Host Compute Service's codes come as HCS_E_* (0x8037xxxx), as ERROR_VMCOMPUTE_*
 * (0xC037xxxx) and as an NTSTATUS wrapped into an HRESULT (0xD037xxxx): all become 0x8037xxxx. The hypervisor's become
 * 0xC035xxxx, bare NTSTATUS 0xC000xxxx becomes 0xD000xxxx, and a bare Win32 code 0x8007xxxx.
 * @param result signed or unsigned. 0 stays 0.
 * @returns unsigned
 */
export function normaliseResult(result: number): number {
  const unsigned = result >>> 0;
  if (unsigned < 0x8000_0000) return isBareWin32(unsigned) ? (0x8007_0000 | unsigned) >>> 0 : unsigned;
  const low = unsigned & 0xffff;
  switch ((unsigned & SEVERITY_DROPPED) >>> 16) {
    case HCS_FACILITY:
      return (0x8037_0000 | low) >>> 0;
    case HYPERVISOR_FACILITY:
      return (0xc035_0000 | low) >>> 0;
    case NT_FACILITY:
      return unsigned >= 0xc000_0000 ? (0xd000_0000 | low) >>> 0 : unsigned;
    default:
      return unsigned;
  }
}

const isBareWin32 = (unsigned: number): boolean => unsigned > 0 && unsigned <= 0xffff;

/** What is known of a result of any family; null when it is none that Isoscope knows. */
export const resultCode = (result: number): ResultCode | null => BY_CODE.get(normaliseResult(result)) ?? null;
