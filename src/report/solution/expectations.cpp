#include "report/solution/expectations.h"

#include "report/telling/numbers.h"
#include "report/telling/printable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace stasis::report {

namespace {

std::string_view words(const language::SourceText& source, model::Range range) {
  return source.text().substr(range.begin, range.end - range.begin);
}

} // namespace

std::string testedText(const TestedFile& file, const Look& look) {
  const auto unmet = std::ranges::count(file.verdicts, false, &analysis::Verdict::met);
  const std::string name = printable(file.source->name());
  if (file.verdicts.empty())
    return fmt::format("{}  {}: no `expect` lines\n", look.paint(Tone::warn, "none"), name);
  if (unmet == 0)
    return fmt::format("{}    {}: {} met\n", look.paint(Tone::good, "ok"), name,
                       counted(file.verdicts.size(), "expectation"));
  std::string out = fmt::format("{}  {}: {} of {} not met\n", look.paint(Tone::bad, "FAIL"), name, unmet,
                                counted(file.verdicts.size(), "expectation"));
  for (const auto& verdict : file.verdicts) {
    if (verdict.met)
      continue;
    const auto place = file.source->place(verdict.range.begin);
    out += fmt::format("      {}:{}:{}: {}\n        but {}\n", name, place.line, place.column,
                       printable(words(*file.source, verdict.range)), printable(verdict.found));
  }
  return out;
}

std::string testedJson(const std::vector<TestedFile>& files) {
  using Json = nlohmann::ordered_json;
  Json out{{"schema", "stasis/test-1"}, {"files", Json::array()}};
  for (const TestedFile& file : files) {
    Json problems = Json::array();
    for (const std::string& problem : file.problems)
      problems.push_back(Json::parse(problem));
    if (file.source == nullptr) {
      out["files"].push_back({{"file", file.unreadable},
                              {"unreadable", true},
                              {"expectations", Json::array()},
                              {"diagnostics", std::move(problems)}});
      continue;
    }
    Json verdicts = Json::array();
    for (const auto& verdict : file.verdicts) {
      Json one{{"line", file.source->lineAt(verdict.range.begin)},
               {"expectation", words(*file.source, verdict.range)},
               {"met", verdict.met}};
      if (!verdict.met)
        one["found"] = verdict.found;
      verdicts.push_back(std::move(one));
    }
    out["files"].push_back({{"file", file.source->name()},
                            {"expectations", std::move(verdicts)},
                            {"diagnostics", std::move(problems)}});
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
