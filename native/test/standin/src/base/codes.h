#pragma once
#include <windows.h>

// mingw has none of them. Source: Microsoft's HCSHResult.md.
inline constexpr HRESULT kInvalidState = static_cast<HRESULT>(0x80370105);
inline constexpr HRESULT kInvalidJson = static_cast<HRESULT>(0x8037010D);
inline constexpr HRESULT kSystemNotFound = static_cast<HRESULT>(0x8037010E);
inline constexpr HRESULT kSystemAlreadyExists = static_cast<HRESULT>(0x8037010F);
inline constexpr HRESULT kSystemAlreadyStopped = static_cast<HRESULT>(0x80370110);
inline constexpr HRESULT kServiceNotAvailable = static_cast<HRESULT>(0x80370114);
inline constexpr HRESULT kOperationNotStarted = static_cast<HRESULT>(0x80370115);
inline constexpr HRESULT kOperationAlreadyStarted = static_cast<HRESULT>(0x80370116);
inline constexpr HRESULT kOperationPending = static_cast<HRESULT>(0x80370117);
inline constexpr HRESULT kOperationTimeout = static_cast<HRESULT>(0x80370118);
inline constexpr HRESULT kCallbackAlreadySet = static_cast<HRESULT>(0x80370119);
inline constexpr HRESULT kProcessInfoNotAvailable = static_cast<HRESULT>(0x8037011D);
inline constexpr HRESULT kServiceDisconnect = static_cast<HRESULT>(0x8037011E);
inline constexpr HRESULT kProcessAlreadyStopped = static_cast<HRESULT>(0x8037011F);
inline constexpr HRESULT kInvalidHandle = static_cast<HRESULT>(0x80070006);
inline constexpr HRESULT kFileNotFound = static_cast<HRESULT>(0x80070002);
inline constexpr HRESULT kNotSupported = static_cast<HRESULT>(0x80070032);
inline constexpr HRESULT kElementNotFound = static_cast<HRESULT>(0x80070490);

/** As programs ended by Ctrl+C end: STATUS_CONTROL_C_EXIT. */
inline constexpr DWORD kControlCExit = 0xC000013A;
