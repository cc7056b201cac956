#include "proc/windows_account.h"

#include <cstdint>
#include <utility>

#include "core/utf16.h"
#include "core/windows_text.h"
#include "proc/windows_bytes.h"
#include "proc/windows_handle.h"
#include "proc/windows_sid.h"

namespace isoscope {
namespace {

WindowsAnswer Refused() {
  const bool denied = GetLastError() == ERROR_ACCESS_DENIED;
  return {.denied = denied, .settled = denied};
}

std::string Utf8(const std::vector<wchar_t>& text, DWORD length) {
  return ToUtf8(FromWide({text.data(), length}));
}

}  // namespace

WindowsAnswer WindowsAccounts::OwnerOf(HANDLE process) {
  if (calls_.open_token == nullptr || calls_.token_information == nullptr) return {};
  WindowsHandle token;
  if (HANDLE opened = nullptr; calls_.open_token(process, TOKEN_QUERY, &opened) != 0) token.Reset(opened);
  if (!token) return Refused();
  DWORD needed = 0;
  const auto size = [this] { return static_cast<DWORD>(buffer_.size()); };
  while (calls_.token_information(token.Get(), TokenUser, buffer_.data(), size(), &needed) == 0) {
    if (GetLastError() != ERROR_INSUFFICIENT_BUFFER || needed <= size()) return Refused();
    buffer_.resize(needed);
  }
  // TOKEN_USER begins with the pointer to the SID, which lies in the same buffer.
  const auto address = reinterpret_cast<std::uintptr_t>(buffer_.data());
  const WindowsBytes bytes(buffer_, address);
  const auto pointer = bytes.At<std::uint64_t>(0);
  if (!pointer || *pointer < address) return {};
  const std::size_t offset = static_cast<std::size_t>(*pointer - address);
  auto text = SidText(bytes, offset);
  return text ? NameOf(buffer_.data() + offset, std::move(*text)) : WindowsAnswer{};
}

WindowsAnswer WindowsAccounts::NameOf(void* sid, std::string text) {
  if (const auto known = names_.find(text); known != names_.end()) return {.text = known->second};
  if (calls_.lookup_account == nullptr) return {.text = std::move(text)};
  // Both lengths are at most 256 by the definition of account names; longer ones are refused and shown as the SID.
  std::vector<wchar_t> name(512);
  std::vector<wchar_t> domain(512);
  DWORD name_length = static_cast<DWORD>(name.size());
  DWORD domain_length = static_cast<DWORD>(domain.size());
  SID_NAME_USE use{};
  if (calls_.lookup_account(nullptr, sid, name.data(), &name_length, domain.data(), &domain_length, &use) == 0) {
    // A VM's account is made in the moment of its start and may only now become known.
    return {.text = std::move(text), .settled = false};
  }
  std::string account = Utf8(name, name_length);
  if (domain_length > 0) account = Utf8(domain, domain_length) + "\\" + account;
  names_.emplace(std::move(text), account);
  return {.text = std::move(account)};
}

}  // namespace isoscope
