#include "lsp/rename.h"

#include "language/codes/fix.h"
#include "language/lexing/any_script.h"
#include "language/lexing/token.h"

#include <algorithm>

namespace stasis::lsp {

namespace {

std::size_t errorsIn(const Reading& reading) {
  return static_cast<std::size_t>(std::ranges::count_if(
      reading.parsed().diagnostics, [](const auto& d) { return d.severity == language::Severity::error; }));
}

/// Whether the same things are called in the same order.
bool meansTheSame(const Names& before, const Names& after) {
  return std::ranges::equal(
      before.occurrences(), after.occurrences(), [](const Occurrence& a, const Occurrence& b) {
        return a.thing == b.thing && a.declaration == b.declaration && a.declares == b.declares;
      });
}

std::string inMarks(std::string_view name) { return "`" + std::string(name.substr(0, 80)) + "`"; }

} // namespace

std::optional<model::Range> renamable(const Reading& reading, std::size_t offset) {
  const Occurrence* here = reading.names().at(offset);
  return here != nullptr && here->declaration != nothing ? std::optional(here->range) : std::nullopt;
}

Renamed rename(const Reading& reading, std::size_t offset, std::string_view name) {
  const Occurrence* here = reading.names().at(offset);
  if (here == nullptr || here->declaration == nothing)
    return {{}, "no single thing is named here"};
  if (!language::isName(name))
    return {{},
            inMarks(name) +
                " is not a name: a name is letters, digits and _, and does not begin with a digit"};
  if (language::wordOf(name) != language::Word::none_)
    return {{}, inMarks(name) + " is a word of the language"};
  Renamed renamed;
  for (const model::Range place : reading.names().placesOf(here->declaration))
    if (renamed.edits.empty() || renamed.edits.back().range != place)
      renamed.edits.push_back({place, std::string(name)});
  const Reading after(reading.source().name(), language::edited(reading.text(), renamed.edits), 0,
                      Encoding::utf8);
  if (errorsIn(after) > errorsIn(reading) || !meansTheSame(reading.names(), after.names()))
    return {{}, inMarks(name) + " is taken: some name would mean something else"};
  return renamed;
}

} // namespace stasis::lsp
