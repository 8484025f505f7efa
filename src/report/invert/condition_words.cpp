#include "report/invert/condition_words.h"

#include "analysis/invert/ranking_share.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace stasis::report {

using analysis::StabilityCondition;
using Term = StabilityCondition::Term;

namespace {

/// A condition with at most this many comparisons is shown in one piece.
constexpr std::size_t wholeSize = 16;
/// A list shows at most this many states by name.
constexpr std::size_t fewNames = 12;

class Words {
public:
  Words(stability::Engine& engine, const StabilityCondition& condition, const Look& look)
      : engine_(engine), condition_(condition), above_(look.ascii ? ">" : "≻"),
        mark_(stateMark(engine, condition.state)) {}

  std::string whole() const {
    std::vector<std::string> parts;
    for (const auto& clause : condition_.clauses)
      parts.push_back(this->clause(clause, condition_.clauses.size() == 1));
    return joined(parts, " and ");
  }

  /// For a concept without answers: `1823 ≻ each of 1813, 1814, …`.
  std::string each() const {
    std::vector<model::Pattern> all;
    for (const auto& clause : condition_.clauses)
      all.push_back(condition_.states[clause.move]);
    return fmt::format("{} {} each of {}", mark_, above_, marks(all));
  }

  /// Shows what must hold for each move, and what the others can do about it.
  std::string byMoves() const {
    const auto& concept_ = row(condition_.id);
    const bool willing = concept_.sanctions() == model::Sanctions::improvements;
    const bool lasting = concept_.judgement() == model::Judgement::high;
    const std::size_t count = condition_.clauses.size();
    const std::string end =
        count == 1 ? stateMark(engine_, condition_.states[condition_.clauses.front().move]) : "where it ends";
    return fmt::format("{}{} {} {}, or {} {} {}{}",
                       count == 1 ? "" : fmt::format("for each of {} moves: ", count), mark_, above_, end,
                       mark_, above_, answers(willing),
                       lasting ? fmt::format(" and {} all its own moves then lead to", above_) : "");
  }

  /// The first states of a long list.
  std::string marks(const std::vector<model::Pattern>& all) const {
    std::vector<std::string> marks;
    for (const auto& state : all)
      if (marks.size() < fewNames)
        marks.push_back(stateMark(engine_, state));
    if (marks.size() < all.size())
      marks.push_back(fmt::format("{} more", all.size() - marks.size()));
    return enumerated(marks);
  }

private:
  std::string answers(bool willing) const {
    std::size_t least = SIZE_MAX;
    std::size_t most = 0;
    for (const auto& clause : condition_.clauses) {
      least = std::min(least, clause.terms.size() - 1);
      most = std::max(most, clause.terms.size() - 1);
    }
    std::string range = grouped(static_cast<unsigned long>(most));
    if (least == 0 && most > 0)
      range = "up to " + range;
    else if (least < most)
      range = fmt::format("{} to {}", grouped(static_cast<unsigned long>(least)), range);
    return fmt::format("{} the others {} then bring about",
                       most == 1 ? "the state" : fmt::format("one of {} states", range),
                       willing ? "would" : "can");
  }

  /// `2 ≻ 1`, `(2 ≻ 1 and 2 ≻ 3)`.
  std::string term(const Term& term, bool alone) const {
    std::vector<std::string> parts;
    for (const auto q : term)
      parts.push_back(fmt::format("{} {} {}", mark_, above_, stateMark(engine_, condition_.states[q])));
    const std::string all = joined(parts, " and ");
    return alone || parts.size() == 1 ? all : "(" + all + ")";
  }

  std::string clause(const StabilityCondition::Clause& clause, bool alone) const {
    std::vector<std::string> parts;
    for (const Term& t : clause.terms)
      parts.push_back(term(t, clause.terms.size() == 1));
    const std::string any = joined(parts, " or ");
    return alone || parts.size() == 1 ? any : "(" + any + ")";
  }

  stability::Engine& engine_;
  const StabilityCondition& condition_;
  std::string above_;
  std::string mark_;
};

/// Three significant digits: `33.3 %`, `0.00012 %`. `100 %` and `0 %` only if the share is exactly that.
std::string percent(const mpq_class& share) {
  const double part = share.get_d() * 100;
  if (share == 1 || share == 0)
    return fmt::format("{} %", share == 1 ? 100 : 0);
  if (part >= 99.95)
    return "over 99.9 %";
  return part >= 1 ? fmt::format("{:.1f} %", part) : fmt::format("{:.2g} %", part);
}

} // namespace

std::string conditionWords(stability::Engine& engine, const analysis::PartyCondition& told,
                           const Look& look) {
  const StabilityCondition& condition = told.condition;
  if (told.tooLarge)
    return "the others can bring about too many states to tell the condition";
  if (condition.clauses.empty())
    return "whatever it prefers";
  const Words words(engine, condition, look);
  const bool alone =
      std::ranges::all_of(condition.clauses, [](const auto& clause) { return clause.terms.size() == 1; });
  if (alone && condition.clauses.size() > 4)
    return "iff " + words.each();
  return "iff " + (condition.size() <= wholeSize ? words.whole() : words.byMoves());
}

std::string notMetWords(stability::Engine& engine, const analysis::PartyCondition& told, const Look& look) {
  const auto& condition = told.condition;
  if (told.undeterred.empty() || (condition.clauses.size() == 1 && condition.implied.empty()))
    return {};
  return "not met for the " + std::string(told.undeterred.size() == 1 ? "move" : "moves") + " to " +
         Words(engine, condition, look).marks(told.undeterred);
}

std::string shareWords(stability::Engine& engine, const analysis::PartyCondition& told) {
  if (told.tooLarge)
    return "rankings not counted";
  if (!told.share)
    return "rankings not counted (" +
           counted(static_cast<unsigned long>(told.condition.states.size()), "state") + " occur)";
  const stability::Count states = engine.count(engine.feasible());
  if (states > 15)
    return percent(*told.share) + " of all rankings";
  const mpz_class all = analysis::rankingsOf(states.get_ui());
  const mpq_class meet = *told.share * all;
  return fmt::format("{} of {} rankings ({})", grouped(meet.get_num()), grouped(all), percent(*told.share));
}

bool sameCondition(const analysis::PartyCondition& told, const analysis::PartyCondition& other) {
  const StabilityCondition& a = told.condition;
  const StabilityCondition& b = other.condition;
  return !told.tooLarge && !other.tooLarge && a.states == b.states &&
         std::ranges::equal(a.clauses, b.clauses, [](const auto& x, const auto& y) {
           return x.move == y.move && x.terms == y.terms;
         });
}

} // namespace stasis::report
