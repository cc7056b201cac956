#pragma once

#include <windows.h>

namespace isoscope {

/// Whether a call failed because its process or system is there no longer. HCS has its codes in several families, which
/// differ in the highest four bits.
inline bool MeansGone(HRESULT result) {
  switch (static_cast<DWORD>(result) & 0x0FFFFFFF) {
    case 0x0037010E:  // HCS_E_SYSTEM_NOT_FOUND
    case 0x00370110:  // HCS_E_SYSTEM_ALREADY_STOPPED
    case 0x0037011F:  // HCS_E_PROCESS_ALREADY_STOPPED
    case 0x00070490:  // ERROR_NOT_FOUND
      return true;
    default:
      return false;
  }
}

}  // namespace isoscope
