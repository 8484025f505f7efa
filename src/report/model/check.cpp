#include "report/model/check.h"

#include "report/telling/diagnostics.h"
#include "report/telling/limit_name.h"
#include "report/telling/numbers.h"
#include "report/telling/printable.h"
#include "report/telling/problems.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace stasis::report {

namespace {

using evidence::Citable;
using Json = nlohmann::ordered_json;

std::string_view word(Citable kind) {
  switch (kind) {
  case Citable::party: return "party";
  case Citable::option: return "option";
  case Citable::constraint: return "constraint";
  case Citable::statement: return "statement";
  case Citable::weight: return "weight";
  case Citable::view: return "view";
  }
  return "";
}

/// Turns white space of the report, line ends included, into single spaces.
std::string oneLine(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space || !out.ends_with(' '))
      out += space ? ' ' : c;
  }
  return printable(out);
}

/// A statement or a constraint as the file has it. The members of a family share the line, and the meaning of
/// a constraint is not its wording.
std::string wordsOf(const CheckedFile& file, const evidence::Uncited& uncited) {
  const std::string_view text = file.source->text();
  const bool written = uncited.kind == Citable::statement || uncited.kind == Citable::constraint ||
                       uncited.kind == Citable::view;
  if (!written || uncited.range.empty() || uncited.range.end > text.size())
    return uncited.words;
  return oneLine(text.substr(uncited.range.begin, uncited.range.end - uncited.range.begin));
}

std::string coverageText(const CheckedFile& file) {
  const auto& coverage = *file.coverage;
  std::string out = fmt::format("cited: {} of {}\n", coverage.citable - coverage.uncited.size(),
                                counted(coverage.citable, "party, option, constraint or statement",
                                        "parties, options, constraints and statements"));
  for (const auto& uncited : coverage.uncited)
    out += fmt::format("  {}:{}: no citation: {} {}\n", printable(file.source->name()),
                       file.source->lineAt(uncited.range.begin), word(uncited.kind),
                       printable(wordsOf(file, uncited)));
  for (const auto& one : file.unused)
    out += fmt::format("  {}:{}: not used: {}#{} {}, {}: {}\n",
                       printable(file.conflict->source(one.source).path), one.line,
                       printable(file.conflict->source(one.source).name), one.entry.id,
                       printable(one.entry.speaker.value_or("nobody named")), evidence::word(one.entry.kind),
                       fold(oneLine(one.entry.said().text), 80).front());
  return out;
}

Json coverageJson(const CheckedFile& file) {
  Json uncited = Json::array();
  for (const auto& one : file.coverage->uncited)
    uncited.push_back({{"kind", word(one.kind)},
                       {"words", wordsOf(file, one)},
                       {"line", file.source->lineAt(one.range.begin)}});
  Json unused = Json::array();
  for (const auto& one : file.unused)
    unused.push_back({{"source", file.conflict->source(one.source).name},
                      {"statement", one.entry.id},
                      {"speaker", one.entry.speaker ? Json(*one.entry.speaker) : Json(nullptr)},
                      {"kind", evidence::word(one.entry.kind)},
                      {"words", one.entry.said().text},
                      {"line", one.line}});
  return {
      {"citable", file.coverage->citable}, {"uncited", std::move(uncited)}, {"unused", std::move(unused)}};
}

/// ` (`check --fix` mends 6 of these)`; empty if it mends none.
std::string mendedByFix(const language::Diagnostics& diagnostics) {
  const auto mended = std::ranges::count_if(
      diagnostics, [](const language::Diagnostic& d) { return d.fixIsSafe && !d.fix.empty(); });
  if (mended == 0)
    return {};
  return diagnostics.size() == 1 ? " (`check --fix` mends it)"
                                 : fmt::format(" (`check --fix` mends {} of these)", mended);
}

} // namespace

std::string checkedText(const CheckedFile& file, const Look& look) {
  const std::string name = printable(file.source->name());
  const std::string problems = diagnosticsSummary(*file.diagnostics);
  std::string out;
  if (language::hasErrors(*file.diagnostics) || file.denied) {
    out = fmt::format("{}  {}: {}{}\n", look.paint(Tone::bad, "FAIL"), name, problems,
                      mendedByFix(*file.diagnostics));
  } else {
    out = fmt::format("{}    {}: {}, {}", look.paint(Tone::good, "ok"), name,
                      counted(file.conflict->parties.size(), "party", "parties"),
                      counted(file.conflict->options.size(), "option"));
    if (file.feasible)
      out += ", " + counted(look, *file.feasible, "feasible state");
    if (file.citations != 0)
      out += ", " + counted(file.citations, "citation") + " found";
    out += (problems.empty() ? "" : "; " + problems) + "\n";
  }
  if (file.stopped)
    out += file.feasible
               ? "      Not finished: what the states show to be needless in the text was not looked at.\n"
               : "      Not finished: which states can be was not found, nor what they show to be wrong.\n";
  return out + (file.coverage ? coverageText(file) : "");
}

namespace {

Json objectsOf(const std::vector<std::string>& texts) {
  Json all = Json::array();
  for (const std::string& text : texts)
    all.push_back(Json::parse(text));
  return all;
}

} // namespace

std::string checkedJson(const std::vector<CheckedFile>& files) {
  Json out{{"schema", "stasis/check-1"}, {"files", Json::array()}};
  for (const CheckedFile& file : files) {
    if (file.source == nullptr) {
      out["files"].push_back({{"file", file.path},
                              {"ok", false},
                              {"unreadable", true},
                              {"diagnostics", objectsOf(file.problems)}});
      continue;
    }
    Json one{{"file", file.source->name()}, {"ok", !language::hasErrors(*file.diagnostics) && !file.denied}};
    if (file.feasible)
      one["states"] = file.feasible->get_str();
    if (file.stopped)
      one["stopped"] = {{"limit", limitName(file.stopped->limit)}, {"message", file.stopped->message}};
    one["citations"] = file.citations;
    one["diagnostics"] = Json::array();
    for (const auto& d : *file.diagnostics)
      one["diagnostics"].push_back(Json::parse(problemJson(d, *file.source)));
    if (file.coverage)
      one["coverage"] = coverageJson(file);
    out["files"].push_back(std::move(one));
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace stasis::report
