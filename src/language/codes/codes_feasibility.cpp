// S06: which states can be, and how much is too much.
#include "language/codes/codes.h"

#include <array>

namespace stasis::language {

namespace {

constexpr std::array<Code, 11> rows{{
    {"S0601", "too large to be written out",
     "Families and lists are shorthand for options written out: `prefer each` over a thousand members, each "
     "with lists of "
     "a thousand options, is a million conditions. This file asks for more than 100000 options, 8 million "
     "conditions, "
     "200 million letters of states, or 64 million bytes of labels and citations in the copies for members "
     "of "
     "families.",
     "", ""},
    {"S0602", "too many options for the explicit engine",
     "The explicit engine visits states one by one and keeps each in a word of 62 options. Leave out options "
     "that do not "
     "matter, or treat parties that act alike as one party.",
     "", ""},
    {"S0603", "no feasible state",
     "The constraints cannot all hold, so there is nothing to analyse. Those named are a smallest set that "
     "contradicts itself: if any one of them gave way, the others could hold.",
     "always attack\nnever attack or release", "always attack\nnever attack and release"},
    {"S0604", "a listed state that breaks a constraint",
     "Where states are listed, the list says which are feasible, and constraints only check it. A state with "
     "- "
     "breaks a constraint if one of its members does.",
     "party P\n  option a\n  option b\nnever a and b\nstates\n  s1 Y Y\n  s2 N N",
     "party P\n  option a\n  option b\nnever a and b\nstates\n  s1 Y N\n  s2 N N"},
    {"S0605", "a status quo that is not feasible",
     "Today's state is not among the states that can be. Either an option is missing from it, or a "
     "constraint is "
     "too strong: what is the case must be possible.",
     "never attack and release\nstatus quo attack, release", "never attack and release\nstatus quo attack"},
    {"S0606", "a named state that is not feasible",
     "The state takes options that the constraints do not allow together, so it cannot be ranked, moved to "
     "or "
     "expected.",
     "never attack and release\nstate odd = attack, release", "never attack and release\nstate odd = attack"},
    {"S0607", "a conflict that needs another engine",
     "The symbolic engine and the engine of orbits derive moves from options, so moves listed one by one "
     "(`move`) and states that stand for several (`-` in a list) are beyond them. The engine of orbits keeps "
     "the choices of a party in rows: parties of more than twelve options, or that tell more than 65,534 "
     "classes of states apart, are beyond it. `--engine explicit` takes all of these, and `--engine auto` "
     "chooses an engine that does.",
     "", ""},
    {"S0608", "a constraint that rules nothing out",
     "It holds in every state, as `always release or not release` does, so it says nothing. Often a count or "
     "a "
     "parenthesis makes it say less than was meant. `stasis check` looks for it.",
     "", ""},
    {"S0609", "a constraint that others say already",
     "It is written twice, or it follows from another constraint or from the others together; without it the "
     "same "
     "states are feasible. `stasis check` looks for it where that is quick.",
     "", ""},
    {"S0610", "an option that the constraints fix",
     "It is taken in every feasible state, or in none, so its party can never decide about it. Either it is "
     "no "
     "option, or a constraint says more than it should. `stasis check` looks for it.",
     "", ""},
    {"S0611", "one line tells a member apart",
     "Members of a family who are alike are counted, not told apart, which is what makes many of them "
     "easy to solve. This line speaks of one of them by name, or wants for it what the others do not want, "
     "and "
     "without it that member would be counted, too. The answer is exact either way; it only takes longer.",
     "", ""},
}};

} // namespace

std::span<const Code> feasibilityCodes() { return rows; }

} // namespace stasis::language
