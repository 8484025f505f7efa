#include "report/telling/problems.h"

#include <nlohmann/json.hpp>

namespace stasis::report {

namespace {

using Json = nlohmann::ordered_json;

Json rangeJson(model::Range range, const language::SourceText& source) {
  const auto begin = source.place(range.begin);
  const auto end = source.place(range.end);
  return {{"line", begin.line},      {"column", begin.column}, {"endLine", end.line},
          {"endColumn", end.column}, {"begin", range.begin},   {"end", range.end}};
}

Json fixJson(const language::Diagnostic& d, const language::SourceText& source) {
  Json edits = Json::array();
  for (const language::Edit& edit : d.fix) {
    Json one = rangeJson(edit.range, source);
    one["replacement"] = edit.replacement;
    edits.push_back(std::move(one));
  }
  return {{"safe", d.fixIsSafe}, {"edits", std::move(edits)}};
}

Json problem(const language::Diagnostic& d, const language::SourceText& source) {
  Json out{{"severity", d.severity == language::Severity::error ? "error" : "warning"},
           {"code", d.code},
           {"message", d.message}};
  out.update(rangeJson(d.range, source));
  if (!d.note.empty())
    out["note"] = d.note;
  if (!d.help.empty())
    out["help"] = d.help;
  for (const language::Related& other : d.related) {
    Json one = rangeJson(other.range, source);
    one["message"] = other.message;
    out["related"].push_back(std::move(one));
  }
  if (!d.fix.empty())
    out["fix"] = fixJson(d, source);
  return out;
}

std::string dumped(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string problemJson(const language::Diagnostic& diagnostic, const language::SourceText& source) {
  return dumped(problem(diagnostic, source));
}

std::string problemJsonOfFile(const language::Diagnostic& diagnostic, const language::SourceText& source) {
  Json out{{"file", source.name()}};
  out.update(problem(diagnostic, source));
  return dumped(out);
}

std::string problemJson(std::string_view message, std::string_view help) {
  Json out{{"severity", "error"}, {"message", message}};
  if (!help.empty())
    out["help"] = help;
  return dumped(out);
}

std::string problemsJson(const std::vector<std::string>& problems) {
  Json out{{"schema", "stasis/problems-1"}, {"problems", Json::array()}};
  for (const std::string& one : problems)
    out["problems"].push_back(Json::parse(one));
  return dumped(out, 2) + "\n";
}

} // namespace stasis::report
