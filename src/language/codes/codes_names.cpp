// S02: what names stand for.
#include "language/codes/codes.h"

#include <array>

namespace stasis::language {

namespace {

constexpr std::array<Code, 17> rows{{
    {"S0201", "unknown party",
     "A name stands where a party should, and no party has it. Parties are declared by `party`, members of "
     "families by "
     "`parties`; where in the file does not matter. Capital and small letters differ.",
     "prefer Irak\n  attack", "prefer Iraq\n  attack"},
    {"S0202", "unknown family",
     "`prefer each` speaks of the members of a family, and no family has this name. Families are declared by "
     "`parties NAME of A, B, …`.",
     "parties Hosts of Austria, Oman\n  option invite\nprefer each Host\n  self.invite",
     "parties Hosts of Austria, Oman\n  option invite\nprefer each Hosts\n  self.invite"},
    {"S0203", "unknown option",
     "A name stands in a condition or a list of options, and neither an option nor a definition has it. If "
     "the name is "
     "spelt right, check to which party the option belongs: `party.option` must name the one that declares "
     "it.",
     "prefer Iraq\n  atack", "prefer Iraq\n  attack"},
    {"S0204", "declared twice",
     "Parties and families share one set of names; options are told apart within their party; definitions, "
     "sources, and "
     "states (listed or named) each have names of their own. A file has one title and one status quo.",
     "status quo none\nstatus quo attack", "status quo attack"},
    {"S0205", "a word of the language as a name",
     "Words with which statements begin or conditions are made cannot be names. Add a letter or say it in "
     "other words; "
     "the label can still say what you like.",
     "party Iraq\n  option move", "party Iraq\n  option move_troops \"Move\""},
    {"S0206", "a definition with a name that is taken",
     "Definitions are called by their bare names, as options are, so a definition cannot share its name with "
     "an option, "
     "a party or a family: conditions could not tell which is meant.",
     "define attack = escalate and not release", "define hostile = escalate and not release"},
    {"S0207", "a name that can mean several things",
     "An option may be called by its bare name only where no other option and no party has that name. Else "
     "write "
     "`party.option`; for one's own option inside `prefer each`, `self.option`.",
     "party One\n  option talk\nparty Two\n  option talk\nprefer One\n  not talk",
     "party One\n  option talk\nparty Two\n  option talk\nprefer One\n  not One.talk"},
    {"S0208", "`self` outside `prefer each`",
     "`self` is the member of the family that is being spoken of. Elsewhere nobody is; name the party.",
     "prefer Iraq\n  not self.attack", "prefer Iraq\n  not Iraq.attack"},
    {"S0209", "the name of something else",
     "The name is known, but what it stands for cannot stand here: a party, family or state in a condition, "
     "a state "
     "or definition in a list of options, a family where one party is meant.",
     "prefer Iraq\n  not Syria", "prefer Iraq\n  not any of Syria.*"},
    {"S0210", "a list where one condition is meant",
     "`Family.option` is the list of that option over the members, `party.*` all options of a party. A list "
     "is true or "
     "false only once it is counted: `any of`, `all of`, `none of`, `at least K of`, `at most K of`, "
     "`exactly K of`.",
     "prefer Iraq\n  not Syria.*", "prefer Iraq\n  none of Syria.*"},
    {"S0211", "a definition that rests on itself",
     "Definitions may name others, declared anywhere, but following them must end with options. The note "
     "shows the "
     "circle.",
     "define calm = not tense\ndefine tense = not calm",
     "define calm = not tense\ndefine tense = attack or escalate"},
    {"S0212", "unknown state",
     "States are called by the names below `states`, by names given with `state`, or by number, as `s3` or "
     "3. Numbers "
     "begin at 1.",
     "state war = attack, escalate\nexpect wra is equilibrium under nash",
     "state war = attack, escalate\nexpect war is equilibrium under nash"},
    {"S0213", "a party without options",
     "It may be meant: a party that can only watch still has preferences. More often its options are "
     "missing, or stand "
     "below another party.",
     "party Egypt\nparty Iran\n  option wait", "party Egypt\n  option close\nparty Iran\n  option wait"},
    {"S0214", "unknown solution concept",
     "The concepts are nash, gmr, smr, seq and sseq, in capital or small letters.", "expect nahs = s1",
     "expect nash = s1"},
    {"S0215", "a definition that nothing names",
     "`define` gives a condition a name, and no constraint, preference, expectation or other definition "
     "calls it. "
     "Often the name is new and the old words still stand elsewhere. A definition kept for `--where` at the "
     "command "
     "line is fine: `allow S0215` says so. `stasis check` looks for it.",
     "", ""},
    {"S0216", "a name that can be taken for another",
     "Letters of different scripts can look alike: the Latin and the Cyrillic a, the Latin and the Greek o. "
     "Two names "
     "that differ in such letters only are two names, and nobody sees it; so is a name whose letters are of "
     "scripts "
     "that no language mixes (UTS #39, highly restrictive).",
     "party Iran\n  option pe\xD0\xB0"
     "ce",
     "party Iran\n  option peace"},
    {"S0217", "a concept that this conflict cannot have",
     "`l1`, `l2` …, `nonmyopic` and `stackelberg_PARTY` are defined for two parties, and the last names one "
     "of "
     "them; with three or more the published definitions disagree. `sim` and `seq_or_sim` put options "
     "together, so they need moves by options and no merged states.",
     "expect stackelberg_Iran = s6", "expect stackelberg_Iraq = s6"},
}};

} // namespace

std::span<const Code> nameCodes() { return rows; }

} // namespace stasis::language
