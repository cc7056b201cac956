#include "node/delta_to_js.h"

#include <limits>
#include <optional>

namespace isoscope {
namespace {

template <class Array, class Row, class Field>
Array Column(Napi::Env env, const std::vector<Row>& rows, Field field) {
  Array array = Array::New(env, rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) array[i] = field(rows[i]);
  return array;
}

template <class Row, class ToValue>
Napi::Array Values(Napi::Env env, const std::vector<Row>& rows, ToValue to_value) {
  Napi::Array array = Napi::Array::New(env, rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    // Each value's handle is let go at once: a table of thousands would else hold them all.
    const Napi::HandleScope scope(env);
    array.Set(static_cast<std::uint32_t>(i), to_value(rows[i].description));
  }
  return array;
}

Napi::Value Text(Napi::Env env, const std::optional<std::string>& text) {
  return text ? Napi::String::New(env, *text).As<Napi::Value>() : env.Null();
}

Napi::Object Described(Napi::Env env, const std::vector<DescribedRow>& rows) {
  Napi::Object columns = Napi::Object::New(env);
  columns.Set("pid", Column<Napi::Uint32Array>(env, rows, [](const auto& row) { return row.pid; }));
  columns.Set("start", Column<Napi::BigUint64Array>(env, rows, [](const auto& row) { return row.description.start; }));
  columns.Set("name", Values(env, rows, [env](const Description& row) { return Napi::String::New(env, row.name); }));
  columns.Set("command", Values(env, rows, [env](const Description& row) { return Text(env, row.command); }));
  columns.Set("owner", Values(env, rows, [env](const Description& row) { return Text(env, row.owner); }));
  columns.Set("containerId", Values(env, rows, [env](const Description& row) { return Text(env, row.container_id); }));
  columns.Set("unreadable", Values(env, rows, [env](const Description& row) { return Text(env, row.unreadable); }));
  columns.Set("nsPids", Values(env, rows, [env](const Description& row) -> Napi::Value {
                return row.ns_pids.empty() ? env.Null() : PidsToJs(env, row.ns_pids).As<Napi::Value>();
              }));
  return columns;
}

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// NaN where there is no value.
template <class Field>
Napi::Float64Array Optional(Napi::Env env, const std::vector<CountedRow>& rows, Field field) {
  return Column<Napi::Float64Array>(env, rows, [field](const CountedRow& row) { return field(row).value_or(kNone); });
}

Napi::Object Windows(Napi::Env env, const std::vector<CountedRow>& rows) {
  const auto column = [env, &rows](std::optional<double> WindowsCounters::* field) {
    return Optional(env, rows, [field](const CountedRow& row) {
      return row.counters.windows ? (*row.counters.windows).*field : std::nullopt;
    });
  };
  Napi::Object columns = Napi::Object::New(env);
  columns.Set("handles", column(&WindowsCounters::handles));
  columns.Set("nonPagedBytes", column(&WindowsCounters::non_paged_bytes));
  columns.Set("pagedBytes", column(&WindowsCounters::paged_bytes));
  columns.Set("virtualBytes", column(&WindowsCounters::virtual_bytes));
  columns.Set("sessionId", column(&WindowsCounters::session_id));
  columns.Set("siloId", column(&WindowsCounters::silo_id));
  return columns;
}

Napi::Object Counted(Napi::Env env, const std::vector<CountedRow>& rows) {
  Napi::Object columns = Napi::Object::New(env);
  columns.Set("pid", Column<Napi::Uint32Array>(env, rows, [](const auto& row) { return row.pid; }));
  columns.Set("ppid", Column<Napi::Uint32Array>(env, rows, [](const auto& row) { return row.counters.ppid; }));
  columns.Set("threads", Column<Napi::Uint32Array>(env, rows, [](const auto& row) { return row.counters.threads; }));
  columns.Set("cpuMs", Optional(env, rows, [](const auto& row) { return row.counters.cpu_ms; }));
  columns.Set("rssBytes", Optional(env, rows, [](const auto& row) { return row.counters.rss_bytes; }));
  // The rows of one source are alike.
  if (!rows.empty() && rows.front().counters.windows) columns.Set("windows", Windows(env, rows));
  return columns;
}

}  // namespace

Napi::Uint32Array PidsToJs(Napi::Env env, const std::vector<std::uint32_t>& pids) {
  Napi::Uint32Array array = Napi::Uint32Array::New(env, pids.size());
  for (std::size_t i = 0; i < pids.size(); ++i) array[i] = pids[i];
  return array;
}

Napi::Value DeltaToJs(Napi::Env env, const ProcessDelta& delta) {
  Napi::Object result = Napi::Object::New(env);
  result.Set("at", Napi::Number::New(env, delta.at));
  result.Set("whole", Napi::Boolean::New(env, delta.whole));
  result.Set("removed", PidsToJs(env, delta.removed));
  result.Set("described", Described(env, delta.described));
  result.Set("counted", Counted(env, delta.counted));
  return result;
}

}  // namespace isoscope
