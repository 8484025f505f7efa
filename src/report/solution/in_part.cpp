#include "report/solution/in_part.h"

#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/path_words.h"
#include "report/telling/printable.h"

#include <fmt/format.h>

namespace stasis::report {

namespace {

constexpr std::size_t fewNames = 3;

} // namespace

std::string inPartWords(stability::Engine& engine, stability::StateSet inPart, const Look& look) {
  const stability::Count count = engine.count(inPart);
  if (count == 0)
    return {};
  std::vector<std::string> marks;
  for (const auto& state : engine.list(inPart, fewNames))
    marks.push_back(printable(markAndTitle(engine, state)));
  if (count > marks.size())
    marks.push_back(fmt::format("{} more", grouped(look, count - marks.size())));
  return fmt::format("In {} ({}) it holds for some of the states merged there and not for others: neither it "
                     "nor its opposite counts there.",
                     counted(look, count, "merged state"), enumerated(marks));
}

} // namespace stasis::report
