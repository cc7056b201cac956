#pragma once
#include <windows.h>

#include <string>

/**
 * Allocates a result document with LocalAlloc, as the service does, into `*out` if there is one. `caller` is an address
 * in the module that will free it: its import of LocalFree is led past us, so that what stays unfreed is known.
 */
void GiveDocument(const std::wstring& text, PWSTR* out, const void* caller);

/** In an exported function: the address that called it. */
#define CALLER __builtin_return_address(0)
