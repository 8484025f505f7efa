#include "language/words/templates.h"

#include <algorithm>
#include <array>

namespace stasis::language {

namespace {

constexpr std::string_view water =
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

constexpr std::string_view dilemma =
    R"(about "Each would gain by confessing, whatever the other does; both lose if both do (Tucker 1950)."

# Both have an option of the same name; it is called One.confess and Two.confess.
party One "The first prisoner"
  option confess "Confess"
party Two "The second prisoner"
  option confess "Confess"

status quo none

state silence "Both keep silent" = none
state ruin    "Both confess" = One.confess, Two.confess

# Most important first: that the other keeps silent; then to confess oneself.
prefer One
  not Two.confess
  One.confess
prefer Two
  not One.confess
  Two.confess

# Nobody can do better alone where both confess; silence holds only if each fears the other's answer.
expect nash = ruin
expect silence is equilibrium under seq
expect silence is not stable for One under nash
)";

constexpr std::string_view chicken =
    R"(about "Two drive at each other; who swerves loses face, and if nobody does both lose everything (Russell 1959)."

party One "The first driver"
  option swerve "Swerve"
party Two "The second driver"
  option swerve "Swerve"

# Today: both drive on.
status quo none

state crash  "Nobody swerves" = none
state first  "The first swerves" = One.swerve
state second "The second swerves" = Two.swerve

# The worst is the crash; then one wants the other to swerve, and not to swerve oneself.
prefer One
  One.swerve or Two.swerve
  Two.swerve
  not One.swerve
prefer Two
  One.swerve or Two.swerve
  One.swerve
  not Two.swerve

# Two outcomes hold by themselves, and each driver wants the other one.
expect nash = first, second
expect crash is not equilibrium under gmr
)";

constexpr std::string_view strike =
    R"(about "A union and a firm: the union can strike, the firm can raise its offer or close the plant."

party Union "The union"
  option strike "Strike"
  option accept "Accept the offer"
party Firm "The firm"
  option raise "Raise the offer"
  option close "Close the plant" irrevocable  # what is closed stays closed

never strike and accept  # who accepts works
never raise and close

status quo none  # work goes on, talks go nowhere

state walkout "A strike" = strike
state deal    "A better offer, accepted" = accept, raise
state closed  "The plant is closed" = close

prefer Union
  not close
  accept iff raise  # it accepts a better offer, and no other
  raise
  strike if not raise
  not strike
prefer Firm
  not strike
  raise if strike
  accept
  not close
  not raise

# The firm would rather not pay, but then the union would no longer accept.
expect deal is equilibrium under seq
expect walkout is not stable for Firm under nash
)";

constexpr std::string_view family =
    R"(about "Several states that decide alike, and one that they want to hold back."

# Each member has the options below: North.join, South.join, East.join; Members.join in a list is all of them.
parties Members of North, South, East "The eastern republic"
  option join "Join the force"
party Rival "The rival"
  option advance "Advance"

define force "The force comes about" = at least 2 of Members.join

status quo advance

state alone "Nobody joins, the rival advances" = advance
state held  "All join, and the rival stays" = North.join, South.join, East.join

# One block for every member; `self` is the member spoken of.
prefer each Members
  not advance
  self.join iff at least 2 of Members.join
  not self.join
prefer Rival
  not (advance and force)
  advance

expect held is stable for Rival under nash
)";

constexpr std::string_view strength =
    R"(about "Two powers at the brink: a war would be far worse for both than anything else."

party East "The eastern power"
  option escalate "Raise the stakes"
party West "The western power"
  option respond "Answer in kind"

status quo none

state calm    "Nobody moves" = none
state pressed "The west gives way" = escalate
state war     "Both escalate" = escalate, respond

# `strongly` marks the statements that make a strong difference, and they come first: that there is no war matters far
# more than all below it. In a ranking `>>` says the same: `calm > pressed >> war`.
prefer East
  strongly not (escalate and respond)
  escalate
  not respond
prefer West
  strongly not (escalate and respond)
  not escalate
  not respond

# Calm holds by the threat of a war that neither wants.
expect nash = pressed
expect calm is equilibrium under gmr
expect calm is not stable for East under seq
)";

constexpr std::string_view doubt =
    R"(about "A seller and a buyer who wait for each other; what each wants most is not quite known."

party Seller "The owner of the house"
  option lower "Lower the price"
party Buyer "The family that looks for one"
  option wait "Wait for a better offer"

status quo none

state deadlock "Neither gives way" = wait
state sale     "A sale at the lower price" = lower

# `perhaps` says that it is not known whether the party holds the statement. Concepts that know no doubt take it as held.
prefer Seller
  not wait
  perhaps not lower

# Beside a ranking `unsure` names the pairs of states whose order is not known; write the likelier order.
rank Buyer
  sale > YY > deadlock > NN
unsure Buyer sale ? YY

expect nash = deadlock
)";

constexpr std::string_view attitudes =
    R"(about "Two villages draw from one well; each does best if only the other saves water."

party Upper "The upper village"
  option save "Draw less water"
party Lower "The lower village"
  option save "Draw less water"

status quo none

state waste "Neither saves" = none
state full  "Both save" = Upper.save, Lower.save

# Most important first: that the other saves; then not to save oneself.
prefer Upper
  Lower.save
  not Upper.save
prefer Lower
  Upper.save
  not Lower.save

# How a party looks on what others want: `for` them, `against` them, or `neutral`, as it is towards those not named.
attitude Upper for Lower
attitude Lower for Upper

# Concepts that know no attitudes see two who care for nothing but themselves.
expect nash = waste
expect full is equilibrium under seq
)";

constexpr std::array<Template, 8> table{{
    {"water", "a mill, a town and a river: every thing the language can say", "A dispute over water", water},
    {"pd", "the prisoners' dilemma, 2 by 2", "The prisoners' dilemma", dilemma},
    {"chicken", "the game of chicken, 2 by 2", "Chicken", chicken},
    {"strike", "a union and a firm, with an option that cannot be taken back", "A strike", strike},
    {"family", "several parties alike, declared once", "A force of several", family},
    {"strength", "two powers, and a war that is far worse than all else", "At the brink", strength},
    {"doubt", "a seller and a buyer of whom not all is known", "A house for sale", doubt},
    {"attitudes", "two villages at one well, each for the other", "A common well", attitudes},
}};

} // namespace

std::span<const Template> templates() { return table; }

const Template* findTemplate(std::string_view name) {
  const auto found = std::ranges::find(table, name, &Template::name);
  return found == table.end() ? nullptr : &*found;
}

} // namespace stasis::language
