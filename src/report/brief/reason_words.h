#pragma once

// Why a party would leave an outcome or stays with it, in short sentences: what it would like, what is so
// there, what it could do and get, and what may hold it back.

#include "report/brief/brief_words.h"

#include <optional>
#include <string>

namespace stasis::report {

class ReasonWords {
public:
  explicit ReasonWords(const BriefWords& words) : words_(words), conflict_(words.conflict()) {}

  /// All of it, for a party that would gain by acting alone.
  std::string reason(const analysis::BriefReason& reason, const model::Pattern& state) const;
  /// Of a party that would gain nothing by acting alone, after its name; empty for others.
  std::string quiet(const analysis::BriefReason& reason) const;
  /// Of such a party, after its name: what it would like all the same, and why it cannot have it.
  std::string lack(const analysis::BriefLack& lack, bool many) const;

  /// Behind `the wish`: `for “A”`; `to avoid “B” when there is “C”`.
  std::string wishTold(const model::Expression& wanted, model::PartyId party) const;
  /// The same without its condition, where no other wish of the party is for the same thing.
  std::optional<std::string> shortWish(const model::Expression& wanted, model::PartyId party) const;
  /// Behind what is done in a step that pays: ` to have “talks”`; empty if the wish is that it is done.
  std::string aim(const model::Expression& wanted, const analysis::Step& step) const;

private:
  struct Want {
    std::string when;  ///< `with “A” (Upland) chosen, as today, `; may be empty
    std::string words; ///< `would like to have “B”`
  };
  Want wanted(const model::Expression& wish, bool perhaps, model::PartyId party, const model::Pattern& state,
              const model::Pattern& other) const;
  std::string condition(const model::Expression& when, model::PartyId party, const model::Pattern& state,
                        const model::Pattern& other) const;
  std::string act(const analysis::BriefReason& reason, const model::Pattern& state) const;
  std::string sacrifice(const analysis::BriefReason& reason, const model::Pattern& state) const;
  std::string whereTo(const analysis::BriefReason& reason, const model::Pattern& state) const;
  std::string answer(const analysis::BriefReason& reason, const model::Pattern& state) const;
  std::string loss(const analysis::BriefReason& reason, const model::Pattern& state) const;
  std::string whyNotLess(const analysis::BriefReason& reason, const model::Pattern& state) const;
  std::string harm(const analysis::Sequence& answer) const;
  std::string profit(const analysis::Sequence& answer) const;
  std::string decidingWish(const analysis::Step& step, bool broken) const;

  const BriefWords& words_;
  const model::Conflict& conflict_;
};

} // namespace stasis::report
