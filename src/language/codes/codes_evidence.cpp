// S05: sources and citations.
#include "language/codes/codes.h"

#include <array>

namespace stasis::language {

namespace {

constexpr std::array<Code, 11> rows{{
    {"S0501", "a citation of nothing",
     "`because SOURCE \"words\"` supports what stands before it: a party, an option, a constraint, a "
     "preference statement "
     "or a weight. Titles, definitions, states, rankings, moves and expectations are the analyst's own.",
     "source report \"report.txt\"\nstatus quo none\n  because report \"nothing has happened\"",
     "source report \"report.txt\"\nnever release and escalate\n  because report \"nothing has happened\""},
    {"S0502", "a citation without a source",
     "Words alone cannot be checked. Declare the text they are from once, by `source NAME \"path\"`, and "
     "name it in each "
     "citation.",
     "never release and escalate\n  because \"either the one or the other\"",
     "source report \"report.txt\"\nnever release and escalate\n  because report \"either the one or the "
     "other\""},
    {"S0503", "unknown source",
     "Citations name a source that is declared in the file by `source NAME \"path\"`.",
     "source report \"report.txt\"\nnever release and escalate\n  because raport \"either the one or the "
     "other\"",
     "source report \"report.txt\"\nnever release and escalate\n  because report \"either the one or the "
     "other\""},
    {"S0504", "a citation of no words",
     "The words between the marks are looked for in the source; there must be some.",
     "source report \"report.txt\"\nnever release and escalate\n  because report \"\"",
     "source report \"report.txt\"\nnever release and escalate\n  because report \"either the one or the "
     "other\""},
    {"S0505", "a source that cannot be checked",
     "The file of the source does not exist, cannot be read, is too large or is not plain text, so what is "
     "cited from it "
     "cannot be checked. Paths begin at the folder of the conflict's file.",
     "", ""},
    {"S0506", "words that are not in the source",
     "The words between the marks must stand in the source, as whole words and in upper and lower case as "
     "there; white "
     "space and the print of quotation marks and dashes may differ. Words are skipped by `[…]` or `…`. The "
     "nearest passage "
     "is shown, if there is one like it.",
     "", ""},
    {"S0507", "a source that nothing cites",
     "The source is declared and no `because` names it. Cite it where it supports something, or leave it "
     "out.",
     "", ""},
    {"S0508", "a statement that no ledger has",
     "`because SOURCE#4` cites statement 4 of the ledger that is kept beside the source, in a file of its "
     "name that ends in "
     "`.ledger.json`. `stasis read SOURCE --save` writes and refreshes it: a statement keeps its number as "
     "long as its "
     "words are there.",
     "", ""},
    {"S0509", "a statement whose passage has changed",
     "The words that the ledger has for this statement are no longer in the source. Read the source again "
     "and "
     "refresh the "
     "ledger with `stasis read SOURCE --save`, then cite the statement that says it now.",
     "", ""},
    {"S0510", "words cut off from what turns them",
     "In the source the cited words begin right after `not`, `never`, `no`, `against`, `refuse to`, "
     "`without` or `deny`, or "
     "end right before `unless`, `if`, `but`, `except` or `only`. Cut there, they say something else than "
     "the source. Cite "
     "that word as well, and see that the line still says the same.",
     "", ""},
    {"S0511", "a preference against its own evidence",
     "The passage that this preference cites is a statement of the ledger kept beside the source, and the "
     "ledger has the "
     "opposite polarity: the statement is of not doing it and the preference is for it, or the other way "
     "round. Turn the "
     "preference, or correct the ledger.",
     "", ""},
}};

} // namespace

std::span<const Code> evidenceCodes() { return rows; }

} // namespace stasis::language
