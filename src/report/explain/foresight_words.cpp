#include "report/explain/foresight_words.h"

#include "model/limited_moves.h"
#include "report/telling/move_words.h"
#include "report/telling/path_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

using analysis::ConceptReasons;
using analysis::ForeseenMove;
using analysis::VerdictsAhead;

namespace {

/// So many moves are shown one by one.
constexpr std::size_t mostTold = 6;

class Foreseen {
public:
  Foreseen(stability::Engine& engine, const ConceptReasons& told) : engine_(engine), told_(told) {}

  std::vector<std::string> sentences() const {
    std::vector<std::string> out;
    const std::string_view leader = model::leaderOf(told_.id);
    const auto& party = engine_.conflict().party(told_.party);
    if (!leader.empty())
      out.push_back(leader == party.name ? "It leads, and foresees the best reply of the other."
                                         : "It follows, and looks at its own move alone.");
    if (told_.ahead)
      out.push_back(ahead(*told_.ahead));
    else if (told_.foreseen.empty())
      out.push_back("It has no move.");
    std::vector<const ForeseenMove*> moves;
    for (const ForeseenMove& move : told_.foreseen)
      moves.push_back(&move);
    std::ranges::stable_sort(moves, {}, [](const ForeseenMove* move) { return !move->gains; });
    for (const ForeseenMove* move : moves)
      if (out.size() < mostTold)
        out.push_back(sentence(*move));
    if (moves.size() > mostTold)
      out.push_back(fmt::format("It has {} moves in all.", moves.size()));
    return out;
  }

private:
  const std::string& name(model::PartyId party) const { return engine_.conflict().labelOf(party); }
  std::string state(const model::Pattern& pattern) const { return markAndTitle(engine_, pattern); }

  std::string sentence(const ForeseenMove& move) const {
    std::string out = "If it moved to " + state(move.to);
    for (const analysis::Step& step : move.after)
      out += fmt::format(", {}{} would move to {}", &step == &move.after.front() ? "" : "then ",
                         name(step.mover), state(step.to));
    if (move.after.empty() && told_.looks > 1)
      out += ", it would end there";
    if (move.open)
      out += " or, of what it likes as much, to another state";
    return out + (move.gains ? ": that is better for it." : ": that is no better for it.");
  }

  static std::string numbers(const std::vector<std::size_t>& all) {
    std::vector<std::string> words;
    for (const std::size_t h : all)
      words.push_back(std::to_string(h));
    return enumerated(words);
  }

  static std::string ahead(const VerdictsAhead& ahead) {
    const std::string repeated =
        ahead.period == 1 ? "" : fmt::format("; what both foresee repeats every {} moves", ahead.period);
    if (ahead.stays.empty() && ahead.leaves.empty())
      return fmt::format("From {} on{}.", ahead.from, repeated);
    if (ahead.leaves.empty())
      return fmt::format("It stays however far it looks ahead, from {} on{}.",
                         ahead.from == 1 ? "one move" : fmt::format("{} moves", ahead.from), repeated);
    if (ahead.stays.empty())
      return fmt::format("It leaves however far it looks ahead, from {} on{}.",
                         ahead.from == 1 ? "one move" : fmt::format("{} moves", ahead.from), repeated);
    return fmt::format("Looking {} ahead it stays, looking {} ahead it leaves{}.", numbers(ahead.stays),
                       numbers(ahead.leaves), repeated);
  }

  stability::Engine& engine_;
  const ConceptReasons& told_;
};

} // namespace

std::vector<std::string> foresightSentences(stability::Engine& engine, const ConceptReasons& told) {
  return Foreseen(engine, told).sentences();
}

} // namespace stasis::report
