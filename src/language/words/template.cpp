#include "language/words/template.h"

#include "language/words/write.h"

namespace stasis::language {

namespace {

constexpr std::string_view introduction =
    R"(# A conflict: who is there, what each can do, what cannot be, what each wants.
# This one works as it stands; change it into your own, a line at a time:
#   stasis check FILE    what is wrong or missing, and the likely fix
#   stasis solve FILE    which outcomes can hold, and for whom not
#   stasis fmt FILE      restores the layout

)";

constexpr std::string_view example =
    R"(about "A mill lets its waste water into the river; the town below could sue, or help to pay for treatment."

# Texts to cite, their paths relative to this file. `stasis check` finds the words that `because` quotes.
# source letter "letter.txt" "the mill to the town council, 3 May"

# Parties, and the options of each: a name, and a label for the answers. An option can be taken and dropped again,
# unless it is `irrevocable` (once taken, it stays taken) or `unresumable` (once dropped, it stays dropped).
party Mill "The paper mill"
  option treat "Treat the waste water"
  option close "Close down" irrevocable
party Town "The town downstream"
  option sue "Go to court"
  option pay "Share the cost of treatment"

# What cannot be, and names for conditions: and, or, xor, not, if, implies, iff, counts such as `at least 2 of a, b, c`.
never treat and close
never sue and pay
define settled = treat and not sue

# The options taken today; all others are not. `none` if there are none.
status quo none

# States worth a name: exactly these options are taken.
state shared "Treated, at shared cost" = treat, pay

# What each party wants, most important first: of two states, the better is the one in which the first statement that
# tells them apart holds.
prefer Mill
  not close
  # because letter "nobody here thinks of closing"
  treat if sue or pay
  not sue
  pay
  not treat
prefer Town
  not close
  settled
  treat
  sue if not close
  not pay
  not sue

# What the model must give; `stasis test FILE` checks it.
# expect shared is equilibrium under seq
# expect s1 is not stable for Town under nash
)";

} // namespace

std::string newConflict(std::string_view title) {
  model::Conflict named;
  named.title = title.empty() ? "The mill and the town" : title;
  return std::string(introduction) + write(named) + std::string(example);
}

} // namespace stasis::language
