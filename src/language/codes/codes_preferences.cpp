// S04: preferences, states and moves.
#include "language/codes/codes.h"

#include <array>

namespace stasis::language {

namespace {

constexpr std::array<Code, 33> rows{{
    {"S0401", "preferences given twice",
     "A party has one block: `prefer`, `rank` or `weigh`. What `prefer each` says of a family is the block "
     "of every "
     "member, so a member cannot have another.",
     "prefer Iraq\n  attack\nprefer Iraq\n  release", "prefer Iraq\n  attack\n  release"},
    {"S0402", "a state ranked twice",
     "In a ranking every state has one place. A state may have two names, a number and a given one: both "
     "then mean the "
     "same place.",
     "rank Iraq\n  s1 > s2 > s1", "rank Iraq\n  s1 > s2"},
    {"S0403", "an incomplete ranking",
     "A ranking is one chain of all feasible states, best first, `>` between better and worse, `~` between "
     "equally good "
     "ones. States that are not mentioned have no place at all, not the last one.",
     "party P\n  option a\nstates\n  s1 N\n  s2 Y\nrank P\n  s1",
     "party P\n  option a\nstates\n  s1 N\n  s2 Y\nrank P\n  s1 > s2"},
    {"S0404", "a count beyond its list",
     "`at least 5 of` a list of three is never so, `at most 5 of` it always. A family may have fewer members "
     "than "
     "thought, or a list be incomplete.",
     "prefer Iraq\n  at least 3 of attack, release", "prefer Iraq\n  at least 2 of attack, release"},
    {"S0405", "named twice",
     "An option stands twice in one list, or a condition has two weights. In a count both would be counted.",
     "status quo attack, release, attack", "status quo attack, release"},
    {"S0406", "letters that do not fit the options",
     "A listed state has one letter for each option: Y if it is taken, N if not, - if either, in the order "
     "in which the "
     "options are declared. Spaces between the letters are for looks.",
     "party P\n  option a\n  option b\nstates\n  s1 Y", "party P\n  option a\n  option b\nstates\n  s1 Y N"},
    {"S0407", "an empty list of states",
     "`states` begins a list, and the states in it are then all there are: nothing could happen in an empty "
     "one.",
     "states", "# no list: the feasible states are those that meet the constraints"},
    {"S0408", "listed states that overlap",
     "Every state belongs to one line of the list. A line with - stands for several states, and none of them "
     "may be "
     "listed again.",
     "party P\n  option a\n  option b\nstates\n  s1 Y -\n  s2 Y N",
     "party P\n  option a\n  option b\nstates\n  s1 Y -\n  s2 N N"},
    {"S0409", "not one of the listed states",
     "Where states are listed, they are all there are. The state named here takes options in a way that no "
     "line of the "
     "list allows.",
     "party P\n  option a\nstates\n  s1 N\nstate yes = a\nrank P\n  s1 > yes",
     "party P\n  option a\nstates\n  s1 N\n  s2 Y\nstate yes = a\nrank P\n  s1 > yes"},
    {"S0410", "a weight out of range",
     "Weights are added exactly: they may have nine decimals, and their sum must fit into 62 bits. Only "
     "their proportions "
     "matter, so they can be scaled.",
     "weigh Iraq\n  attack 0.12345678901", "weigh Iraq\n  attack 0.123456789"},
    {"S0411", "states that statements never tell apart",
     "The statements of a party have the same truth in two or more feasible states, so it is indifferent "
     "between them. "
     "That may be meant; often a statement about one more option is missing.",
     "", ""},
    {"S0412", "a statement that decides nothing",
     "The statement holds in every feasible state, or in none, so no two states differ in it. Either it says "
     "less "
     "than it seems to, or a constraint says more.",
     "never attack and release\nprefer Iraq\n  not (attack and release)\n  attack",
     "never attack and release\nprefer Iraq\n  attack"},
    {"S0413", "a party without preferences",
     "A party that wants nothing is indifferent: no move is an improvement for it, and every state is stable "
     "for it.",
     "party Iran\n  option wait", "party Iran\n  option wait\nprefer Iran\n  wait"},
    {"S0414", "an option no preference mentions",
     "Nobody's preferences depend on whether the option is taken. It can still matter through constraints, "
     "but states "
     "that differ only in it are equal for all. No warning where some party ranks the states themselves.",
     "party Iran\n  option wait\n  option talk\nprefer Iran\n  wait",
     "party Iran\n  option wait\n  option talk\nprefer Iran\n  wait\n  talk"},
    {"S0415", "a move from a state to itself",
     "`move` lists the moves that change the state. Staying needs no move.", "move Iraq\n  s1 -> s1",
     "move Iraq\n  s1 -> s2"},
    {"S0416", "members of a merged state told apart",
     "A listed state with - stands for all its members and is one state for everybody. A statement that "
     "holds in "
     "one member and not in another, or a weight on a condition that does so, would give it two ranks.",
     "party P\n  option a\n  option b\nstates\n  s1 Y -\n  s2 N N\nprefer P\n  a and b",
     "party P\n  option a\n  option b\nstates\n  s1 Y -\n  s2 N N\nprefer P\n  a"},
    {"S0417", "no state of this number",
     "States are numbered from 1: in the order of the list where there is one, else in ascending order with "
     "the "
     "first option changing fastest. `stasis states` shows them.",
     "party P\n  option a\nrank P\n  s2 > s1 > s5", "party P\n  option a\nrank P\n  s2 > s1"},
    {"S0418", "a statement decided by those above it",
     "Statements count from the top: one further down matters only between states that all above leave "
     "equal. Here "
     "those above settle it, as `x` above a second `x` or `not x` does. `stasis check` looks for it.",
     "", ""},
    {"S0419", "a direction that today's state makes void",
     "An `irrevocable` option that is taken today can never be dropped, and an `unresumable` one that is not "
     "taken "
     "today can never be taken: from today on its party has nothing to decide. Often the other direction is "
     "meant, "
     "or the status quo forgets the option. `stasis check` looks for it.",
     "", ""},
    {"S0420", "a state called by its number",
     "Where the file lists no states they are numbered by counting, and one more option, or another "
     "constraint, gives "
     "them other numbers: `s6` then silently means another state. Letters (`YNY`, one for each option in the "
     "order of "
     "the file) and names (`state peace = withdraw, accept`) stay right or are reported as wrong. `stasis "
     "check` looks "
     "for it, and `stasis check --fix` writes the letters.",
     "", ""},
    {"S0421", "`strongly` below a statement without it",
     "Statements count from the top, and strong preference is what the first of them decide: `q` is strongly "
     "preferred to `s` if the first statement that tells the two apart is marked. So the marked ones come "
     "first.",
     "prefer Iraq\n  attack\n  strongly release", "prefer Iraq\n  strongly release\n  attack"},
    {"S0422", "doubt beside no ranking",
     "`unsure P` names pairs of states that `rank P` puts in an order which is not known. A party that has "
     "statements or weights has no such order; a statement of which it is not known whether it is held is "
     "marked `perhaps`.",
     "prefer Iraq\n  attack\nunsure Iraq s1 ? s2", "prefer Iraq\n  perhaps attack"},
    {"S0423", "doubt between equals",
     "A pair in doubt has two states, of different places in the ranking: one may be better, and it is not "
     "known which. States joined by `~` are known to be equally good, and a state is as good as itself.",
     "party P\n  option a\n  option b\nstates\n  s1 N N\n  s2 Y N\n  s3 N Y\nrank P\n  s1 > s2 ~ s3\nunsure "
     "P s2 ? s3",
     "party P\n  option a\n  option b\nstates\n  s1 N N\n  s2 Y N\n  s3 N Y\nrank P\n  s1 > s2 > s3\nunsure "
     "P s2 ? s3"},
    {"S0424", "the same doubt twice", "A pair of states is in doubt or not, whichever is named first.",
     "party P\n  option a\n  option b\nstates\n  s1 N N\n  s2 Y N\n  s3 N Y\nrank P\n  s1 > s2 > s3\nunsure "
     "P s1 ? s2, s2 ? s1",
     "party P\n  option a\n  option b\nstates\n  s1 N N\n  s2 Y N\n  s3 N Y\nrank P\n  s1 > s2 > s3\nunsure "
     "P s1 ? s2"},
    {"S0425", "doubt where the order is certain",
     "If `a` is better than `b` and `b` better than `c` beyond doubt, `a` is better than `c`: the other "
     "order would go round in a circle. Such a pair can be in doubt only if one of the steps between is, "
     "too.",
     "party P\n  option a\n  option b\nstates\n  s1 N N\n  s2 Y N\n  s3 N Y\nrank P\n  s1 > s2 > s3\nunsure "
     "P s1 ? s3",
     "party P\n  option a\n  option b\nstates\n  s1 N N\n  s2 Y N\n  s3 N Y\nrank P\n  s1 > s2 > s3\nunsure "
     "P s1 ? s3, s1 ? s2"},
    {"S0426", "an attitude towards nobody",
     "`for`, `against` and `neutral` are followed by the party that is looked upon, a family, or `self`. A "
     "family stands for its other members.",
     "attitude Iraq for", "attitude Iraq for self"},
    {"S0427", "an attitude given twice",
     "A party has one attitude towards each party, itself included; what `attitude` says of a family it says "
     "of every member.",
     "attitude Iraq for self, against self", "attitude Iraq against self"},
    {"S0428", "odds that are none",
     "Behind `perhaps` a number from 0 to 1 may say how likely it is that the party holds the line, or that "
     "the option has the direction: 0.7 is seven times in ten. Without a number it is as likely as not.",
     "prefer Iraq\n  perhaps 70 attack", "prefer Iraq\n  perhaps 0.7 attack"},
    {"S0429", "a view given twice",
     "A party has one view of the conflict, and one of what each other party sees. All that belongs to it "
     "stands in one block.",
     "view Iraq\n  never attack\nview Iraq\n  never release", "view Iraq\n  never attack\n  never release"},
    {"S0430", "a party's view of itself",
     "`view P of Q` is what P thinks Q sees. What P sees itself is `view P`.",
     "view Iraq of Iraq\n  never attack", "view Iraq\n  never attack"},
    {"S0431", "unaware of an option of its own",
     "A party knows what it can do. `unaware` names options of others, which nobody can take in its picture.",
     "view Iraq\n  unaware attack", "view Syria\n  unaware attack"},
    {"S0432", "a view in which nothing is left to see",
     "`blind`, `unaware` and the constraints of the view together take every state away, so the party sees "
     "nothing that could happen.",
     "", ""},
    {"S0433", "an expectation of a picture that is not there",
     "`expect in view P` speaks of the picture that a `view P` in the file describes, and `expect in "
     "hypergame` of all pictures together. Without a view the conflict is all there is.",
     "expect in view Iraq nash = s1", "expect in view Iraq nash = s1\nview Iraq\n  never attack"},
}};

} // namespace

std::span<const Code> preferenceCodes() { return rows; }

} // namespace stasis::language
