#pragma once

// Random conflicts of every kind the language can say, always sound: some state is feasible, rankings are
// complete, merged states are told apart by nobody. A Kind chooses what may occur.

#include "model/conflict.h"
#include "support/dice.h"

#include <iosfwd>
#include <string>

namespace stasis::support {

struct Kind {
  std::size_t minParties = 1;
  std::size_t maxParties = 4;
  std::size_t maxOptions = 7; ///< of all parties together
  bool constraints = true;
  bool directions = true;  ///< irrevocable and unresumable options
  bool tiers = true;       ///< `A | B`
  bool rankings = true;    ///< `rank`
  bool weights = true;     ///< `weigh`
  bool listed = true;      ///< `states`, also with names and in any order
  bool merged = true;      ///< `-` in listed states; needs `listed`
  bool graphForm = true;   ///< `move`
  bool namedStates = true; ///< `state`
  bool indifferent = true; ///< parties without preferences

  static Kind anything() { return {}; }
  /// Options, constraints and statements only: what every engine takes.
  static Kind optionForm();
  /// As anything(), but always listed and, where it can be, merged.
  static Kind mergedStates();
  /// As anything(), but every party's moves are listed.
  static Kind graphOnly();

  /// As option form, but with families of two to four members who are alike as a rule.
  static Kind families();

  bool alwaysListed = false;
  bool alwaysGraph = false;
  bool inFamilies = false;
  bool namedApart = true; ///< in families: here and there a member is told apart
};

model::Conflict randomConflict(const Kind& kind, Dice& dice);
/// What it makes of a kind in families. Rankings name states by numbers, so no state must be listed.
model::Conflict randomFamily(const Kind& kind, Dice& dice);

/// A random condition on the options of the conflict and its defines.
model::Expression randomExpression(const model::Conflict& conflict, Dice& dice, std::size_t depth = 3);

/// The same, with stability asked of here and there.
model::Query randomQuery(const model::Conflict& conflict, Dice& dice, std::size_t depth = 3);

/// Much like the language, for failure messages.
std::string show(const model::Conflict& conflict);
std::string show(const model::Conflict& conflict, const model::Expression& expression);

} // namespace stasis::support

namespace stasis::model {
// Found by rapidcheck.
void showValue(const Conflict& conflict, std::ostream& out);
void showValue(const Pattern& pattern, std::ostream& out);
} // namespace stasis::model
