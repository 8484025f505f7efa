// S03: how statements are made.
#include "language/codes/codes.h"

#include <array>

namespace stasis::language {

namespace {

constexpr std::array<Code, 26> rows{{
    {"S0301", "something else is expected here",
     "The statement has begun well, and then something stands where it cannot, or something is missing. The "
     "message says "
     "what should stand there.",
     "never release and", "never release and escalate"},
    {"S0302", "an unknown word",
     "A line begins with a word with which no statement begins, or an option is followed by a word that is "
     "no direction. "
     "Words of the same meaning (player, action, payoff) are answered with the word used here.",
     "player Iran\n  option wait", "party Iran\n  option wait"},
    {"S0303", "name and label the wrong way round",
     "Everything declared has a name first, short and without marks, by which the rest of the file calls it; "
     "the label "
     "between \" marks follows and is what answers show. Names begin with a letter.",
     "party \"Islamic Republic\" Iran\n  option wait", "party Iran \"Islamic Republic\"\n  option wait"},
    {"S0304", "a condition alone",
     "A line that is only a condition does not say what is claimed of it. `always` says that it must hold in "
     "every state, "
     "`never` that it cannot; what a party wants stands below `prefer`. Counts such as `exactly one of a, b` "
     "stand alone: "
     "they are constraints.",
     "not (release and escalate)", "always not (release and escalate)"},
    {"S0305", "nested too deep",
     "Conditions may be nested 200 deep: parentheses, `not` after `not`, chains of `implies`, `if` and "
     "`iff`, and "
     "definitions that rest on definitions. Long chains of `and`, `or` and `xor` count as one level, "
     "whatever their "
     "length.",
     "", ""},
    {"S0306", "`implies` beside `if`",
     "`a implies b if c` can be read as `(a implies b) if c` or as `a implies (b if c)`. Parentheses say "
     "which. (`a implies "
     "b implies c` is `a implies (b implies c)`; `a if b if c` is `(a if b) if c`.)",
     "always attack implies escalate if release", "always (attack implies escalate) if release"},
    {"S0307", "an option of nobody",
     "`option` lines follow their `party` or `parties` directly; comments, `about` and `because` may stand "
     "between them, "
     "other statements end the party.",
     "party Iran\nstatus quo none\n  option wait", "party Iran\n  option wait\nstatus quo none"},
    {"S0308", "a parenthesis without its partner",
     "Every ( is closed by a ) in the same statement, and every ) was opened.", "never (release and escalate",
     "never (release and escalate)"},
    {"S0309", "two directions",
     "`irrevocable` options can be taken and not dropped again, `unresumable` ones dropped and not taken "
     "again. One that "
     "is both could never change.",
     "party Iran\n  option wait irrevocable unresumable", "party Iran\n  option wait irrevocable"},
    {"S0310", "something after the end of the statement",
     "The statement was complete before these words. An operator is missing before them, or a new line, or "
     "the marks "
     "around a label.",
     "never release escalate", "never release and escalate"},
    {"S0311", "reserved for later",
     "`coalition`, `date` and `revise` are kept for constructs that are still to "
     "come, and mean nothing yet. They cannot be names either, so that files written today stay right.",
     "party Iran\n  option date", "party Iran\n  option set_date"},
    {"S0312", "a count that `and` or `or` follows",
     "The list of a count goes as far as its commas. `exactly one of a or b` says `(exactly one of a) or b`, "
     "which holds whenever b does, and is hardly ever meant. Write `exactly one of a, b` to count both; "
     "where "
     "the list does end, put the count in parentheses. Only `any of` and `all of` one whole list, as in `any "
     "of Guarantors.ground or peace`, need none.",
     "prefer Iraq\n  at most one of attack, release and escalate",
     "prefer Iraq\n  at most one of attack, release, escalate"},
    {"S0313", "a condition after a count that is a statement",
     "A count with which a line begins is a constraint of its own and ends with its list. To combine it with "
     "other "
     "conditions begin with `always`.",
     "at most one of release, escalate or attack", "always (at most one of release, escalate) or attack"},
    {"S0314", "a count that looks like a constraint among preferences",
     "Indentation ends no block: a line that begins with a count and follows the statements of `prefer` is "
     "one of them. "
     "As it is indented like a statement of the file, it may have been meant as a constraint.",
     "prefer Iraq\n  attack\nat most one of release, escalate",
     "prefer Iraq\n  attack\nalways at most one of release, escalate"},
    {"S0315", "no party",
     "A conflict has at least one party. A file that declares none is empty, or not a conflict.", "", ""},
    {"S0316", "no title",
     "Answers and lists of conflicts show the title. Without one the name of the file is taken.", "", ""},
    {"S0317", "stability where the conflict is described",
     "Which states are stable follows from what can be and what each party wants, so constraints, "
     "definitions and "
     "preferences cannot speak of it. What is asked of the result can: `expect`, and `--where` and `--state` "
     "on the "
     "command line.",
     "never attack and equilibrium under nash", "expect 0 equilibria under nash where attack"},
    {"S0318", "English that is written otherwise here",
     "`if A then B` is `B if A`, `A if and only if B` is `A iff B`, `A only if B` is `A implies B`, `neither "
     "A "
     "nor B` is `not A and not B`, and `either A or B` is `A or B` (one or both) or `A xor B` (exactly one). "
     "`stasis check --fix` writes those that have one meaning.",
     "prefer Iraq\n  if release then not attack", "prefer Iraq\n  not attack if release"},
    {"S0319", "`allow` without a code",
     "`allow S0411` says that warnings with this code are meant; it silences them in this file and nothing "
     "else. Errors cannot be allowed.",
     "allow S0411, ties", "allow S0411"},
    {"S0320", "a mark out of place",
     "`strongly` and `perhaps` mark a line of `prefer`: they stand at its beginning, once, and cover all of "
     "it, "
     "`A | B` included. In a ranking `>>` says what `strongly` says, and `unsure` what `perhaps` does; "
     "weights "
     "have no marks.",
     "prefer Iraq\n  attack | strongly release", "prefer Iraq\n  strongly attack | release"},
    {"S0321", "`never` before `if`",
     "`never A if B` reads as `never (A if B)`, which is `always B and not A`: every state without B is "
     "forbidden. Most often the two are meant never to be together: `never A and B`. With parentheses the "
     "line is taken as it is written.",
     "never attack if release", "never attack and release"},
    {"S0322", "a constraint among wishes",
     "`never` and `always` say what can be, for all. A line that begins with one of them and is indented "
     "like "
     "the wishes of a party looks like a wish, which is `not attack`, or `attack`. A constraint stands at "
     "the "
     "margin, best before all wishes.",
     "prefer Iraq\n  release\n  never attack", "prefer Iraq\n  release\n  not attack"},
    {"S0323", "a statement that cannot stand in a view",
     "`view P` says what P sees otherwise: what others want (`prefer`, `rank`, `weigh`, `attitude`), what "
     "cannot be (constraints), options it does not know (`unaware`) and states it does not see (`blind`). "
     "Parties, options, names, sources, moves and the status quo are those of the conflict, and stand before "
     "the views.",
     "view Iraq\n  define calm = release\n  never calm", "define calm = release\nview Iraq\n  never calm"},
    {"S0324", "`unaware` or `blind` outside a view",
     "What somebody does not know or see belongs to the picture of a party: it stands below `view P`.",
     "blind attack", "view Syria\n  blind attack"},
    {"S0325", "a view that looks as if it stood in another",
     "A view ends where the next begins, whatever the indentation. What P thinks Q sees is a view of its "
     "own, "
     "`view P of Q`.",
     "view Iraq\n  never attack\n  view Syria\n    never release",
     "view Iraq\n  never attack\nview Iraq of Syria\n  never release"},
    {"S0326", "a view that says nothing", "A party that sees the conflict as it is needs no view.",
     "view Iraq", "view Iraq\n  never release"},
}};

} // namespace

std::span<const Code> structureCodes() { return rows; }

} // namespace stasis::language
