#include "report/brief/what_changes.h"

#include "model/wishes.h"
#include "report/robust/change_in_words.h"
#include "report/robust/ways.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <string>
#include <utility>

namespace stasis::report {

using analysis::BriefReason;
using analysis::ChangeKind;
using analysis::Robustness;
using analysis::Standing;

namespace {

constexpr std::size_t mostTurning = 3;
constexpr std::size_t mostTurningOthers = 1; ///< of those that end another outcome, or make it firmer

/// What is left over, in words.
std::string moreOf(std::size_t count, const std::string& what) {
  return (count == 1
              ? "One more wish or rule, given up, would change how "
              : std::to_string(count) + " more wishes or rules, each given up alone, would change how ") +
         what + ".";
}

bool tried(const Robustness& answer) {
  return !answer.stopped && std::ranges::all_of(answer.outcomes, &analysis::Outcome::solved);
}

} // namespace

// --- what was tried

bool WhatChanges::allTried() const { return tried(*brief_.drops) && (!brief_.pairs || tried(*brief_.pairs)); }

bool WhatChanges::triedAllWays() const {
  const auto& concepts = brief_.drops->concepts;
  return std::ranges::find(concepts, model::Concept::nash) != concepts.end() &&
         std::ranges::find(concepts, model::Concept::gmr) != concepts.end();
}

bool WhatChanges::triedAny() const {
  return std::ranges::any_of(brief_.drops->outcomes, &analysis::Outcome::solved);
}

/// Those that end it, those that make it firmer, those that make it weaker; unknown ones last. Of one that
/// does not hold, what makes it hold most firmly comes first.
WhatChanges::Turns WhatChanges::inOrder(Turns turns, Standing now) const {
  std::ranges::stable_sort(turns, {}, [&](const auto& turn) {
    const Standing then = turn.second;
    const int kind = then == Standing::unknown ? 3 : then == Standing::holdsNot ? 0 : then < now ? 1 : 2;
    return std::pair(kind, then);
  });
  return turns;
}

WhatChanges::Turns WhatChanges::turnsOfTheAsked() const {
  Turns turns = brief_.turning;
  turns.insert(turns.end(), brief_.shifting.begin(), brief_.shifting.end());
  return inOrder(std::move(turns), brief_.standing);
}

bool WhatChanges::isToldOfTheAsked(std::size_t variant) const {
  const Turns turns = turnsOfTheAsked();
  const auto told = turns | std::views::take(words_.atMost(mostTurning));
  return std::ranges::any_of(told, [&](const auto& turn) { return turn.first == variant; });
}

// --- a change in words

/// Whether the variant leaves out the wish of this reason, and nothing else.
bool WhatChanges::leavesOut(const Robustness& answer, std::size_t variant, const BriefReason& reason) const {
  const auto& changes = answer.variants[variant];
  if (reason.wish == nullptr || changes.size() != 1 || changes.front().kind != ChangeKind::drop ||
      changes.front().first.size() != 1 ||
      answer.preferences[changes.front().where].parties != std::vector{reason.party})
    return false;
  bool same = false;
  std::size_t at = 0;
  model::eachWish(words_.conflict().party(reason.party).preference,
                  [&](const auto&, const model::Range& range) {
                    same = same || (at++ == changes.front().first.front() && range == reason.wish->range);
                  });
  return same;
}

/// `Russia gave up the wish for “talks” that is told above`, if the variant leaves out what the outcome in
/// question is told by; else empty.
std::string WhatChanges::wishOfDropped(const Robustness& answer, std::size_t variant,
                                       const BriefReason& reason) const {
  if (!reason.leavesFor || !leavesOut(answer, variant, reason))
    return {};
  const auto told = ReasonWords(words_).shortWish(reason.wish->wanted, reason.party);
  return told ? words_.parties({reason.party}, false) + " gave up the wish " + *told : std::string();
}

std::string WhatChanges::turn(const Robustness& answer, std::size_t variant, const std::string& what,
                              const std::string& becomes, const BriefReason* reason) const {
  const std::string would = what + " would " + becomes;
  if (reason != nullptr && leavesOut(answer, variant, *reason))
    return "Without that wish" + // another one is told only with an answer, or where all is told
           (reason->answer || words_.view().all ? " of " + words_.parties({reason->party}, false)
                                                : std::string()) +
           ", " + would + ".";
  for (const BriefReason& one : brief_.reasons)
    if (const std::string given = wishOfDropped(answer, variant, one); !given.empty())
      return wouldIf(given, would);
  return wouldIf(
      variantInWords(words_.conflict(), answer.preferences, &words_.view().source, answer.variants[variant]),
      would);
}

// --- the outcome in question

/// What ends it without any change of wishes: `If Russia did not believe in that answer, today would give way
/// to “Talks”, which holds by itself.`
std::string WhatChanges::unlessFeared() const {
  if (brief_.standing != Standing::byFear)
    return {};
  std::vector<model::PartyId> held;
  const BriefReason* first = nullptr;
  for (const BriefReason& reason : brief_.reasons)
    if (reason.standing == brief_.standing && reason.leavesFor && reason.answer) {
      held.push_back(reason.party);
      first = first == nullptr ? &reason : first;
    }
  if (held.empty())
    return {};
  const bool one = held.size() == 1;
  const std::string doubted = "If " +
                              (one ? words_.parties(held, false) : std::string("any of these parties")) +
                              " did not believe in " + (one ? "that answer, " : "the answer to its step, ") +
                              words_.asked() + " would ";
  if (!one || first->answeredWillingly || !words_.hasTitle(*first->leavesFor))
    return doubted + "not hold.";
  const std::string known = words_.knownToHold(*first->leavesFor);
  return doubted + "give way to " + words_.called(*first->leavesFor) +
         (known.empty() ? "" : ", which " + known) + ".";
}

WhatChanges::Told WhatChanges::ofTheAsked() const {
  Told told;
  if (std::string words = unlessFeared(); !words.empty())
    told.sentences.push_back(std::move(words));
  if (!brief_.drops)
    return told;
  if (!triedAny() && !brief_.drops->stopped) {
    told.sentences.push_back(nothingToLeaveOut());
    return told;
  }
  const Turns turns = turnsOfTheAsked();
  const std::size_t most = words_.atMost(mostTurning);
  for (std::size_t k = 0; k < turns.size() && k < most; ++k)
    told.sentences.push_back(
        turn(*brief_.drops, turns[k].first, words_.asked(), words_.wouldHold(turns[k].second), nullptr));
  const std::string how = words_.asked() + (brief_.standing == Standing::holdsNot ? " stands" : " holds");
  std::size_t more = turns.size() > most ? turns.size() - most : 0;
  const std::string rest = noOther();
  if (more == 0 && !rest.empty())
    told.sentences.push_back(rest);
  for (const std::size_t variant : brief_.turningPairs) { // none unless pairs were tried
    if (told.sentences.size() > most)
      ++more;
    else
      told.sentences.push_back(turn(*brief_.pairs, variant, words_.asked(), withoutTwo(), nullptr));
  }
  if (more > 0)
    told.sentences.push_back(turns.empty() ? std::to_string(more) + " more pairs would change that, too."
                                           : moreOf(more, how));
  told.leavesOut = more > 0;
  return told;
}

/// After `would`, where two are left out; judged by one concept.
std::string WhatChanges::withoutTwo() const {
  switch (brief_.standing) {
  case Standing::byItself: return "no longer hold by itself";
  case Standing::byFear: return "not hold";
  case Standing::holdsNot: return "hold by itself or by answers";
  default: return "no longer hold this way";
  }
}

/// What no wish or rule does that is not told.
std::string WhatChanges::noOther() const {
  const bool holds = brief_.standing != Standing::holdsNot;
  const std::string it = words_.asked();
  if (!brief_.turning.empty() || !brief_.shifting.empty())
    return isComplete() ? "No other single wish or rule, given up, would change that." : "";
  const std::string none = std::string(allTried() ? "Whichever" : "As far as it was tried, whichever") +
                           " one wish or rule is given up, " + it + " still " +
                           (holds            ? "holds"
                            : triedAllWays() ? "does not hold"
                                             : "holds neither by itself nor by answers");
  if (!brief_.turningPairs.empty())
    return none + "; with two given up together, that can change.";
  if (!brief_.pairs || !allTried())
    return none + ".";
  return none + (holds ? "; giving up any two does not change that."
                       : "; giving up any two does not make it hold by itself or by answers.");
}

std::string WhatChanges::nothingToLeaveOut() const {
  const bool ranked = std::ranges::any_of(words_.conflict().parties, [](const auto& party) {
    return std::holds_alternative<model::Ranking>(party.preference);
  });
  return ranked ? "The model says only which outcomes each party likes better, not why, so no single wish "
                  "can be left out to see what hangs on it."
                : "The model has no wish and no rule that could be given up.";
}

// --- another outcome

WhatChanges::Told WhatChanges::ofAnother(const Turns& turning, Standing now,
                                         const BriefReason* reason) const {
  Told told;
  if (!brief_.drops)
    return told;
  Turns turns = inOrder(turning, now);
  if (!words_.view().all && now == Standing::byItself) // what is told of the outcome in question
    told.leavesOut = std::erase_if(turns, [&](const auto& turn) { return isToldOfTheAsked(turn.first); }) > 0;
  const auto kindOf = [&](Standing then) { return then == Standing::holdsNot ? 0 : then < now ? 1 : 2; };
  std::array<std::size_t, 3> count{};
  for (const auto& [variant, then] : turns) {
    const auto kind = static_cast<std::size_t>(kindOf(then));
    const bool aside = kind == 2 && count[0] + count[1] > 0; // less firm, where more was told
    if (count[kind]++ < words_.atMost(aside ? 0 : mostTurningOthers))
      told.sentences.push_back(
          turn(*brief_.drops, variant, "it",
               then == Standing::unknown ? "no longer hold this way" : wouldStand(then),
               told.sentences.empty() ? reason : nullptr)); // `that wish` is the last that was told
  }
  const std::size_t more = turns.size() - told.sentences.size();
  if (more > 0)
    told.sentences.push_back(
        moreOf(more, "this outcome " + std::string(now == Standing::holdsNot ? "stands" : "holds")));
  told.leavesOut = told.leavesOut || more > 0;
  return told;
}

} // namespace stasis::report
