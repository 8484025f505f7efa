#pragma once

// Random conflicts of every kind that the language can express, always sound: some state is feasible,
// rankings are complete, and nobody tells merged states apart. A Kind chooses what may occur.

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
  /// Options, constraints and statements only: every engine supports these.
  static Kind optionForm();
  /// Like anything(), but always listed and, if possible, merged.
  static Kind mergedStates();
  /// As anything(), but every party's moves are listed.
  static Kind graphOnly();

  /// Like option form, but with families of two to four members, who are usually alike.
  static Kind families();

  bool alwaysListed = false;
  bool alwaysGraph = false;
  bool inFamilies = false;
  bool namedApart = true; ///< in families: here and there a member is told apart
};

model::Conflict randomConflict(const Kind& kind, Dice& dice);
/// Makes a conflict of a kind with families. Rankings name states by numbers, so no state may be listed.
model::Conflict randomFamily(const Kind& kind, Dice& dice);

/// A random condition on the options of the conflict and its defines.
model::Expression randomExpression(const model::Conflict& conflict, Dice& dice, std::size_t depth = 3);

/// The same, with some questions about stability in it.
model::Query randomQuery(const model::Conflict& conflict, Dice& dice, std::size_t depth = 3);

/// Similar to the language, for failure messages.
std::string show(const model::Conflict& conflict);
std::string show(const model::Conflict& conflict, const model::Expression& expression);

} // namespace stasis::support

namespace stasis::model {
// Found by rapidcheck.
void showValue(const Conflict& conflict, std::ostream& out);
void showValue(const Pattern& pattern, std::ostream& out);
} // namespace stasis::model
