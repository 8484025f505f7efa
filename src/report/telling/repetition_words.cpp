#include "report/telling/repetition_words.h"

#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/path_words.h"
#include "report/telling/printable.h"

#include <fmt/format.h>

namespace stasis::report {

namespace {

constexpr std::size_t fewNames = 6;

/// `1, 2 (water released) and 4 more`.
std::string named(stability::Engine& engine, stability::StateSet states, const Look& look) {
  std::vector<std::string> marks;
  for (const auto& state : engine.list(states, fewNames))
    marks.push_back(printable(markAndTitle(engine, state)));
  const stability::Count count = engine.count(states);
  if (count > marks.size())
    marks.push_back(fmt::format("{} more", grouped(look, count - marks.size())));
  return enumerated(marks);
}

std::string whenItRepeats(const stability::Repetition& told) {
  const std::string from = told.from == 1 ? "from one move on" : fmt::format("from {} moves on", told.from);
  return told.period == 1
             ? fmt::format("However far both look ahead, nothing changes {}.", from)
             : fmt::format("The further both look ahead, what they foresee repeats every {} moves, {}.",
                           told.period, from);
}

} // namespace

std::vector<std::string> repetitionWords(stability::Engine& engine, const stability::Repetition& told,
                                         const Look& look) {
  std::vector<std::string> sentences{whenItRepeats(told)};
  const auto& parties = engine.conflict().parties;
  for (std::size_t i = 0; i < parties.size(); ++i)
    if (engine.count(told.alternating[i]) > 0)
      sentences.push_back(fmt::format("For {} the verdict alternates on {}: stable for some of these numbers "
                                      "of moves, not for others.",
                                      parties[i].name, named(engine, told.alternating[i], look)));
  for (std::size_t i = 0; i < parties.size(); ++i)
    if (engine.count(told.open[i]) > 0)
      sentences.push_back(
          fmt::format("Ties leave open where {} would end from {}; it counts as stable for it "
                      "only where every choice among equals stays.",
                      parties[i].name, named(engine, told.open[i], look)));
  return sentences;
}

} // namespace stasis::report
