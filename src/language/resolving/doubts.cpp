#include "language/resolving/doubts.h"

#include "language/codes/plain_diagnostic.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

namespace stasis::language {

namespace {

using model::StateRef;
using model::UnsurePair;

constexpr std::size_t mostTold = 20;

class Doubts {
public:
  Doubts(const model::Ranking& ranking, const DoubtStates& states) : states_(states) {
    for (std::size_t k = 0; k < ranking.classes.size(); ++k)
      for (const StateRef& state : ranking.classes[k]) {
        place_.emplace(states_.key(state), ranked_.size());
        ranked_.push_back(&state);
        classOf_.push_back(k);
      }
    partners_.resize(ranked_.size());
  }

  Diagnostics check(const std::vector<UnsurePair>& pairs) {
    for (const UnsurePair& pair : pairs)
      enter(pair);
    for (auto& partners : partners_)
      std::ranges::sort(partners);
    for (const Entered& pair : entered_)
      checkCertain(pair);
    return std::move(found_);
  }

private:
  /// A pair of ranked states, the better one first.
  struct Entered {
    std::size_t better;
    std::size_t worse;
    const UnsurePair* written;
  };

  const DoubtStates& states_;
  std::vector<const StateRef*> ranked_; ///< best first, by place
  std::vector<std::size_t> classOf_;    ///< by place
  std::unordered_map<std::string, std::size_t> place_;
  std::vector<std::vector<std::size_t>> partners_; ///< by place: those it is in doubt with
  std::vector<Entered> entered_;
  std::set<std::pair<std::size_t, std::size_t>> seen_;
  Diagnostics found_;

  std::optional<std::size_t> placeOf(const StateRef& state) const {
    const auto found = place_.find(states_.key(state));
    return found == place_.end() ? std::nullopt : std::optional(found->second);
  }

  void tell(std::string_view code, const UnsurePair& pair, std::string message, std::string help) {
    if (found_.size() >= mostTold)
      return;
    found_.push_back(error(code, pair.range, std::move(message)));
    found_.back().help = std::move(help);
  }

  void enter(const UnsurePair& pair) {
    if (states_.key(pair.one) == states_.key(pair.other))
      return tell("S0423", pair, states_.name(pair.one) + " stands on both sides of `?`",
                  "a pair in doubt has two different states");
    const auto one = placeOf(pair.one);
    const auto other = placeOf(pair.other);
    if (!one || !other)
      return;
    if (classOf_[*one] == classOf_[*other])
      return tell(
          "S0423", pair,
          states_.name(pair.one) + " and " + states_.name(pair.other) +
              " are equally good in the ranking, so nothing is in doubt",
          "write `>` between them in the ranking: concepts that know no doubt take the pair as ranked");
    const Entered entered{std::min(*one, *other), std::max(*one, *other), &pair};
    if (!seen_.emplace(entered.better, entered.worse).second)
      return tell("S0424", pair,
                  "that " + states_.name(pair.one) + " and " + states_.name(pair.other) +
                      " are in doubt is said already",
                  "leave it out: a pair counts once, whichever state comes first");
    partners_[entered.better].push_back(entered.worse);
    partners_[entered.worse].push_back(entered.better);
    entered_.push_back(entered);
  }

  bool inDoubt(std::size_t one, std::size_t other) const {
    return std::ranges::binary_search(partners_[one], other);
  }

  /// A state between the two, or as good as one of them, whose order with both is certain.
  std::optional<std::size_t> between(const Entered& pair) const {
    std::size_t first = pair.better;
    while (first > 0 && classOf_[first - 1] == classOf_[pair.better])
      --first;
    for (std::size_t k = first; k < ranked_.size() && classOf_[k] <= classOf_[pair.worse]; ++k)
      if (k != pair.better && k != pair.worse && !inDoubt(pair.better, k) && !inDoubt(pair.worse, k))
        return k;
    return std::nullopt;
  }

  void checkCertain(const Entered& pair) {
    const auto way = found_.size() < mostTold ? between(pair) : std::nullopt;
    if (!way)
      return;
    const std::string better = states_.name(*ranked_[pair.better]);
    const std::string worse = states_.name(*ranked_[pair.worse]);
    const std::string middle = states_.name(*ranked_[*way]);
    tell("S0425", *pair.written,
         "that " + better + " is better than " + worse + " follows from what is certain",
         "leave the pair out, or say that " + middle + " is in doubt with one of them, too");
    const auto sign = [&](std::size_t above, std::size_t below) {
      return classOf_[above] == classOf_[below] ? " is as good as " : " is better than ";
    };
    found_.back().note =
        better + sign(pair.better, *way) + middle + ", and that" + sign(*way, pair.worse) + worse;
  }
};

} // namespace

Diagnostics doubtProblems(const model::Ranking& ranking, const std::vector<UnsurePair>& pairs,
                          const DoubtStates& states) {
  return Doubts(ranking, states).check(pairs);
}

} // namespace stasis::language
