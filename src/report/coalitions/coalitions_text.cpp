#include "report/coalitions/coalitions.h"
#include "report/telling/legend.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/path_words.h"
#include "report/telling/printable.h"
#include "report/telling/state_words.h"
#include "report/telling/table.h"
#include "report/telling/who_is_who.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace stasis::report {

using analysis::Coalition;
using analysis::Departure;
using analysis::Improvement;
using analysis::Verdicts;

std::string coalitionName(const model::Conflict& conflict, const Coalition& coalition, bool spoken) {
  std::vector<std::string> names;
  for (const model::PartyId member : coalition)
    names.push_back(conflict.party(member).name);
  return spoken ? enumerated(names) : joined(names, " + ");
}

namespace {

/// A cell of the table shows at most this many states; a larger number is counted.
constexpr std::size_t mostInACell = 12;
/// If there are more coalitions, only this many are shown, so that the table stays one page wide.
constexpr std::size_t fewCoalitions = 12;
constexpr std::size_t fewInACell = 3;

class Text {
public:
  Text(const CoalitionsView& view, const Look& look)
      : view_(view), engine_(view.engine), conflict_(view.engine.conflict()), answer_(view.answer),
        look_(look) {}

  std::string text() {
    return heading() + departures() + "\nStable in states:\n" + table() + asOne() + stopped();
  }

private:
  std::string heading() {
    const bool strict = view_.question.gain == analysis::Gain::strict;
    std::string out = titleLines(conflict_, look_);
    out +=
        fmt::format("{}, {} examined ({}). A coalition gains when {}.\n",
                    counted(look_, answer_.coalitions.size(), "coalition"),
                    counted(look_, answer_.states.size(), "state"), printable(view_.examined),
                    strict ? "every member is better off" : "no member is worse off and one is better off");
    if (view_.question.sanctioners == analysis::Sanctioners::together)
      out += "Others may improve as groups when they sanction.\n";
    return out + '\n';
  }

  // --- equilibria that can be left

  std::string departures() {
    if (std::ranges::none_of(answer_.equilibrium, [](const Verdicts& v) { return held(v); }))
      return answer_.stopped ? "Not finished: no equilibrium has been examined yet.\n"
                             : "No state examined is an equilibrium.\n";
    if (answer_.departures.empty())
      return answer_.stopped ? "Not finished: of the equilibria examined so far no coalition can leave any.\n"
                             : "No coalition of several parties can leave an equilibrium to the gain of all "
                               "its members.\n";
    std::string out = summary() + "\nEquilibria that a coalition can leave to the gain of its members:\n";
    for (std::size_t d = 0; d < std::min(shown(), answer_.departures.size()); ++d)
      out += '\n' + told(answer_.departures[d]);
    if (const std::size_t all = answer_.departures.size(); all > shown())
      out += fmt::format("\n  and {} more; --departures {} shows all.\n",
                         counted(look_, all - shown(), "departure"), all);
    return out + legend();
  }

  std::size_t shown() const { return view_.departures; }

  /// How many of the equilibria coalitions can leave, and how many of these the largest coalition can leave.
  std::string summary() {
    std::set<std::size_t> left;
    std::set<std::size_t> leftByLargest;
    std::size_t largest = 0;
    for (const Coalition& coalition : answer_.coalitions)
      largest = std::max(largest, coalition.size());
    for (const Departure& departure : answer_.departures) {
      left.insert(departure.state);
      if (answer_.coalitions[departure.coalition].size() == largest)
        leftByLargest.insert(departure.state);
    }
    const auto equilibria =
        std::ranges::count_if(answer_.equilibrium, [](const Verdicts& v) { return held(v); });
    const bool grand = largest == conflict_.parties.size();
    return fmt::format(
        "Of {} examined, {} can be left by some coalition; {} can leave {}.\n",
        counted(look_, static_cast<std::size_t>(equilibria), "equilibrium", "equilibria"), left.size(),
        grand ? "all parties together" : "a coalition of " + std::to_string(largest), leftByLargest.size());
  }

  std::string legend() {
    for (const Departure& departure : answer_.departures)
      for (const Improvement& improvement : departure.told)
        for (const auto& step : improvement.way)
          if (isConcession(effectOf(view_.rules, step)))
            return look_.paint(Tone::faint,
                               fmt::format("\n{} a move that alone would be no gain for who makes it\n",
                                           look_.ascii ? "=>" : "═⇒"));
    return {};
  }

  std::string told(const Departure& departure) {
    const auto& state = answer_.states[departure.state];
    const Coalition& coalition = answer_.coalitions[departure.coalition];
    std::string out = fmt::format(
        "  {}   {}\n  {} together could go", mark(state),
        look_.paint(Tone::faint, "equilibrium under " + concepts(answer_.equilibrium[departure.state])),
        look_.paint(Tone::strong, printable(coalitionName(conflict_, coalition, true))));
    if (departure.improvements > departure.told.size())
      out += fmt::format(" to {}, among them", counted(look_, departure.improvements, "state"));
    out += '\n';
    const bool brief = answer_.departures.size() > shown();
    for (const Improvement& improvement : departure.told) {
      out += told(departure, improvement);
      if (brief)
        break;
    }
    return out;
  }

  std::string told(const Departure& departure, const Improvement& improvement) {
    const auto& state = answer_.states[departure.state];
    std::string out = fmt::format("    to {}", mark(improvement.to));
    if (held(improvement.equilibrium))
      out += fmt::format("   {}",
                         look_.paint(Tone::good, "equilibrium under " + concepts(improvement.equilibrium)));
    out += '\n' + pathText(engine_, view_.rules, state, improvement.way, 6, look_);
    out += "      " + gains(departure, improvement) + '\n';
    return out + "      " + deterrence(improvement) + '\n';
  }

  /// `MoE from 5th to 4th place, Uniroyal from 4th to 3rd`.
  std::string gains(const Departure& departure, const Improvement& improvement) {
    std::vector<std::string> parts;
    for (const model::PartyId member : answer_.coalitions[departure.coalition]) {
      const auto before = engine_.place(member, answer_.states[departure.state]);
      const auto after = engine_.place(member, improvement.to);
      const std::string name = printable(conflict_.party(member).name);
      parts.push_back(before && after ? fmt::format("{}: {} {} {}", name, ordinal(*before), look_.arrow(),
                                                    ordinal(*after))
                                      : name + " likes it better");
    }
    return joined(parts, ", ");
  }

  std::string deterrence(const Improvement& improvement) {
    const auto deterred = static_cast<std::size_t>(std::ranges::count(improvement.deterred, true));
    if (deterred == 0)
      return look_.paint(Tone::warn, "nobody can deter it");
    if (deterred == improvement.deterred.size())
      return "deterred under " + concepts(improvement.deterred);
    Verdicts free = improvement.deterred;
    free.flip();
    return "deterred under " + concepts(improvement.deterred) + "; not under " + concepts(free);
  }

  // --- who is stable where

  std::string table() {
    Table table{{{"", {{"coalition", false, false}}}}, {}};
    for (const auto id : answer_.concepts) // one group each, so that a wide table can fold
      table.groups.push_back({"", {{(several() ? "C" : "") + std::string(row(id).name), false, false}}});
    for (std::size_t c = 0; c < answer_.coalitions.size(); ++c)
      table.rows.push_back(tableRow(printable(coalitionName(conflict_, answer_.coalitions[c])),
                                    answer_.stable[c], Tone::plain));
    if (answer_.coalitions.size() > 1)
      table.rows.push_back(tableRow("every one of these", answer_.forEvery(), Tone::strong));
    return table.text(look_);
  }

  bool several() const {
    return std::ranges::any_of(answer_.coalitions, [](const Coalition& c) { return c.size() > 1; });
  }

  std::vector<Cell> tableRow(std::string name, const std::vector<Verdicts>& byState, Tone tone) {
    std::vector<Cell> cells{{std::move(name), tone}};
    for (std::size_t k = 0; k < answer_.concepts.size(); ++k)
      cells.push_back({states(byState, k), tone});
    return cells;
  }

  std::string states(const std::vector<Verdicts>& byState, std::size_t concept_) {
    std::string out;
    std::size_t count = 0;
    for (std::size_t s = 0; s < byState.size(); ++s)
      if (byState[s][concept_] && ++count <= mostInACell())
        out += (out.empty() ? "" : " ") + printable(stateMark(engine_, answer_.states[s]));
    if (count == byState.size() && count > 4)
      return "all " + std::to_string(count);
    return count > mostInACell() ? std::to_string(count) + " of " + std::to_string(byState.size())
                                 : (out.empty() ? std::string(look_.notTaken()) : out);
  }

  std::size_t mostInACell() const {
    return answer_.coalitions.size() > fewCoalitions ? fewInACell : report::mostInACell;
  }

  std::string asOne() {
    if (answer_.asOne.empty() || answer_.coalitions[0].size() < 2)
      return {};
    std::string out = fmt::format("\nIf {} acted as one party, the equilibria{} would be\n",
                                  printable(coalitionName(conflict_, answer_.coalitions[0], true)),
                                  stability::Count(answer_.states.size()) < engine_.count(engine_.feasible())
                                      ? " among these states"
                                      : "");
    for (std::size_t k = 0; k < answer_.concepts.size(); ++k)
      out += fmt::format("  {}  {}\n", padRight(row(answer_.concepts[k]).name, 4), states(answer_.asOne, k));
    return out;
  }

  std::string stopped() {
    if (!answer_.stopped)
      return {};
    return '\n' + look_.paint(Tone::warn, "Not finished: " + answer_.stopped->message + ".") +
           " States not listed were not examined.\n";
  }

  // --- words

  static bool held(const Verdicts& verdicts) { return std::ranges::count(verdicts, true) > 0; }

  std::string concepts(const Verdicts& verdicts) const {
    if (std::ranges::count(verdicts, false) == 0 && verdicts.size() == model::conceptCount)
      return "every concept";
    std::vector<std::string> names;
    for (std::size_t k = 0; k < verdicts.size(); ++k)
      if (verdicts[k])
        names.emplace_back(row(answer_.concepts[k]).name);
    return enumerated(names);
  }

  std::string mark(const model::Pattern& state) {
    return look_.paint(Tone::strong, printable(markAndTitle(engine_, state)));
  }

  const CoalitionsView& view_;
  stability::Engine& engine_;
  const model::Conflict& conflict_;
  const analysis::CoalitionsAnswer& answer_;
  const Look& look_;
};

} // namespace

std::string coalitionsText(const CoalitionsView& view, const Look& look) {
  return Text(view, look).text() + conceptsBelow(view.answer.concepts, look);
}

} // namespace stasis::report
