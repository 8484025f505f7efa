#include "cli/topics.h"

#include "cli/command_line.h"
#include "cli/concept_topics.h"
#include "language/lexing/reserved_words.h"
#include "model/lower_case.h"
#include "report/telling/printable.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace stasis::cli {

namespace {

/// Ends with the words that cannot be names, from the table that the parser uses.
std::string_view languageDefinition() {
  static const std::string words = [] {
    std::string said =
        "Who there is: conflict \"Title\", party A \"Label\", and below it option x \"Label\", behind which "
        "may stand "
        "irrevocable (once taken it stays) or unresumable (once dropped it is gone). parties F of A, B, C "
        "declares a "
        "family: all "
        "have "
        "the options below, A.x is that of one member, F.x in a list that of each. What can be: never x and "
        "y, "
        "always x or y, exactly one of x, y, define d = x and not y, status quo x, state name = x, y; or "
        "states and "
        "a list with Y and N. What each wants: prefer A and statements below it, most important first; "
        "prefer "
        "each "
        "F, where self is the member (self.x, self.*); rank A and states, s2 > s1 ~ s3, or >> for far "
        "better; "
        "weigh "
        "A and x 3. strongly or perhaps before a statement, unsure A s1 ? s2 beside a ranking, attitude A "
        "for "
        "B, "
        "against C: see `stasis help marks`. move A s1 -> s2 lists moves. Where it is from: source r "
        "\"path\", and "
        "because r \"words\" below what rests on them. What must come out: expect nash = name. Conditions "
        "are "
        "joined "
        "by and, or, not, if, iff, implies, xor; a count has a list with commas. A statement ends with its "
        "line; # "
        "begins a comment."
        " These words cannot be names of parties, options, states or anything else: ";
    for (const std::string_view word : language::reservedWords())
      said.append(word).append(", ");
    said.replace(said.size() - 2, 2, "; with a capital, as in Not, they can.");
    return said;
  }();
  return words;
}

constexpr std::string_view syria =
    "stasis explain conflicts/syria-iraq/syria-iraq.conflict --state status-quo --party Iraq";
constexpr std::string_view elmira = "stasis solve conflicts/elmira/nine-states.conflict";
constexpr std::string_view fang = "Fang, Hipel & Kilgour, Interactive Decision Making, 1993";

const std::vector<Topic>& table() {
  static const std::vector<Topic> all{
      {"concepts",
       "solution concepts: how far ahead a party looks",
       "A solution concept says when a party has no reason to leave a state; these five differ in how far "
       "it looks "
       "ahead and in what answers it fears.",
       "Party i at state s looks at each of its improvements: a move of its own to a state it likes better. "
       "Nash: it has "
       "none. GMR: the others could answer each by moves so that i ends no better off than at s. SMR: the "
       "same, and i's "
       "own next move could not repair it. SEQ: the others could answer each by improvements of their own so "
       "that i ends "
       "no better off. SSEQ: the same, and i's own next move could not repair it. A state is an equilibrium "
       "under a "
       "concept if it is stable under it for every party. Nash implies all others; SSEQ implies SEQ and SMR; "
       "SMR and SEQ "
       "imply GMR.",
       elmira,
       "the nine states of a published conflict under all five",
       fang,
       {"concept", "solution", "theory"}},
      {"nash",
       "Nash: nobody gains by acting alone",
       "Under Nash a party stays where no move of its own leads anywhere it likes better.",
       "State s is Nash stable for i if i has no unilateral improvement from s.",
       "stasis solve docs/well.conflict --concept nash",
       "the two Nash equilibria of a small conflict",
       "Nash 1950",
       {"nash-equilibrium", "rational"}},
      {"gmr",
       "GMR, general metarationality: any answer may deter",
       "Under GMR a party stays if each move it would gain by could be answered, whatever the answer costs "
       "those who "
       "give it, so that the gain is gone.",
       "State s is GMR stable for i if for every improvement s1 of i there is a state s2 that the others can "
       "reach from "
       "s1 by legal moves and that i likes no better than s.",
       syria,
       "why Iraq stays under GMR and under no other concept",
       "Howard 1971",
       {"metarational", "metarationality", "general"}},
      {"smr",
       "SMR, symmetric metarationality: an answer that cannot be repaired",
       "Under SMR a party stays if each move it would gain by could be answered so that the gain is gone, "
       "and its own "
       "next move could not bring it back.",
       "As GMR, and no move of i from s2 leads to a state it likes better than s.",
       syria,
       "an answer of Syria that Iraq could repair, so that Iraq does not stay under SMR",
       "Howard 1971",
       {"symmetric"}},
      {"seq",
       "SEQ, sequential stability: only answers that others gain by",
       "Under SEQ a party stays if each move it would gain by could be answered by moves that those who "
       "answer would "
       "gain by, so that its gain is gone: threats nobody would carry out do not count.",
       "State s is SEQ stable for i if for every improvement s1 of i there is a state s2 that the others can "
       "reach from "
       "s1 by improvements and that i likes no better than s.",
       syria,
       "answers that would deter Iraq but that Syria would not give",
       "Fraser & Hipel 1979",
       {"sequential", "credible"}},
      {"sseq",
       "SSEQ, symmetric sequential stability",
       "Under SSEQ a party stays if each move it would gain by could be answered by moves that others gain "
       "by, and its "
       "own next move could not bring the gain back.",
       "As SEQ, and no move of i from s2 leads to a state it likes better than s.",
       elmira,
       "states that hold under SSEQ",
       "Rêgo & Vieira 2017",
       {}},
      {"strength",
       "strength of preference: much worse, not only worse",
       "Where a model says which differences matter much, a threat deters strongly if it would leave a party "
       "much worse off.",
       "`>>` in `rank` and `strongly` in `prefer` say where a difference is strong. strong_gmr, strong_smr, "
       "strong_seq and strong_sseq ask for an answer whose end is much worse than s where their classical "
       "forms ask for one that is no better. A state that is stable and not strongly so is weakly stable.",
       "stasis solve conflicts/syria-iraq/strength.conflict",
       "Syria and Iraq with strong preferences",
       "Hamouda, Kilgour & Hipel 2004",
       {"strong", "strongly", "weakly", "weak"}},
      {"unknown",
       "unknown preference: what is not known of what a party wants",
       "Where it is not known how a party compares two states, what holds depends on how it takes not "
       "knowing.",
       "`unsure` names pairs of states, `perhaps` lines of a preference that may or may not be held. There "
       "are "
       "four attitudes to not knowing: a acts for what may be a gain and fears only known losses of gain, b "
       "acts for known gains and fears as a, c acts as a and fears what may be no gain, d acts as b and "
       "fears "
       "as c. nash_a to seq_d are Nash, GMR, SMR and SEQ under each.",
       "stasis solve conflicts/syria-iraq/unknown.conflict",
       "Syria and Iraq, who each cannot compare two states",
       "Li, Hipel, Kilgour & Fang 2004",
       {"unsure", "perhaps", "doubt"}},
      {"attitudes",
       "attitudes: whose gains and losses count for whom",
       "A party that is for another wants what is as good for both; one that is against another wants what "
       "is "
       "no better for it.",
       "A state suits i from s (total relational preference) if it is as good as s for everybody i is for, "
       "and no better for everybody i is against. rnash, rgmr, rsmr and rseq ask for moves that suit where "
       "the classical concepts ask for improvements.",
       "stasis solve conflicts/syria-iraq/attitudes.conflict",
       "Syria against Iraq, which is neutral",
       "Inohara, Hipel & Walker 2007",
       {"attitude", "relational", "trp"}},
      {"view",
       "views: the conflict as a party sees it",
       "A party may not know what another wants or can do, and acts by what it thinks.",
       "`view P` in a model says what P sees otherwise: what others want (`prefer`, `rank`, `weigh`, "
       "`attitude`), "
       "what cannot be (constraints), options it does not know (`unaware Q.option`) and states that are not "
       "there in "
       "its picture (`blind s3`, `blind A`). `view P of Q` is what P thinks Q sees. With `--view P` every "
       "analysis "
       "runs in that picture; states keep their numbers.",
       "stasis solve conflicts/syria-iraq/pictures.conflict --view Iraq",
       "the conflict as Iraq sees it, which does not know that Syria could escalate",
       "Bennett 1980; Wang, Hipel & Fraser 1988",
       {"views", "picture", "unaware", "blind", "misperception", "misperceptions"}},
      {"hypergame",
       "hypergames: what holds when each acts by its own picture",
       "What holds depends on what each party sees, not on what there is; who sees wrongly can be surprised.",
       "A state is a hypergame equilibrium under a concept if it is stable for each party in that party's "
       "own view; a state that some party does not see is none. A party is surprised by a state it thinks "
       "impossible at which all who see it would stay, by a state it takes for an equilibrium that another "
       "leaves, and by a move it does not know. `expect in hypergame nash = s1` in the model says what must "
       "come of it, and `stasis test` checks it.",
       "stasis solve conflicts/syria-iraq/pictures.conflict",
       "Syria and Iraq, each with a mistake, and who would be surprised by what",
       "Bennett 1980; Wang, Hipel & Fraser 1988; Aljefri, Bashar, Hipel & Fang 2017",
       {"hypergames", "surprise"}},
      {"observed",
       "observed behaviour: which concept explains what was done",
       "What a party did says how far it looks ahead, and which answers it fears.",
       "A concept explains a party if every state at which the party stayed is stable for it, and every move "
       "it made "
       "is an improvement that nothing deters. `explain --observed S` shows the strictest concepts that "
       "explain each "
       "party; where none does, the statements that would if they were the other way round.",
       "stasis explain conflicts/syria-iraq/syria-iraq.conflict --observed 1",
       "which concepts explain that Syria and Iraq waited",
       "Wang, Hipel, Fang, Xu & Kilgour 2019",
       {"behaviour", "behavior", "observation"}},
      {"equilibrium",
       "equilibrium: an outcome nobody has a reason to leave",
       "An equilibrium is an outcome that can last, since every party has a reason to stay.",
       "A state is an equilibrium under a concept if it is stable under that concept for every party.",
       elmira,
       "which states are equilibria under which concepts",
       fang,
       {"equilibria", "holds", "resolution"}},
      {"stability",
       "stability: one party has no reason to leave",
       "A state is stable for a party if, as far as it looks ahead, it would gain nothing by leaving.",
       "Stable for i under a concept: i has no improvement, or every improvement is deterred as the concept "
       "says. The "
       "answer can differ by party and by concept.",
       syria,
       "the stability of one state for one party, move by move",
       fang,
       {"stable", "unstable", "stance"}},
      {"state",
       "state: one outcome",
       "A state says of every option whether it is taken: one way things can stand.",
       "States are numbered from 1 over the feasible ones. Wherever a state is asked for, its number (7, "
       "s7), name, "
       "label, letters (YNY), `status-quo` or an expression does.",
       "stasis states conflicts/syria-iraq/syria-iraq.conflict",
       "the states of a small conflict",
       fang,
       {"states", "outcome", "outcomes", "status-quo", "status quo", "today", "letters"}},
      {"improvement",
       "improvement: a move to something better",
       "A unilateral improvement is a move of one party, by its own options alone, to an outcome it likes "
       "better.",
       "A unilateral move of i from s changes only options of i, each in an allowed direction, and ends in a "
       "feasible "
       "state. It is an improvement if i ranks the end above s.",
       "stasis paths conflicts/elmira/nine-states.conflict",
       "which equilibria improvements reach from today",
       fang,
       {"improvements", "move", "moves", "ui", "unilateral"}},
      {"sanction",
       "sanction: an answer that takes the gain away",
       "A sanction is what the others could do after a party's improvement so that it ends no better off.",
       "A legal sequence of moves by the others from the improvement to a state the party likes no better "
       "than the one "
       "it left. Under SEQ and SSEQ every step must be an improvement for whoever makes it.",
       syria,
       "every answer to Iraq's improvement, and which deter",
       "Howard 1971",
       {"sanctions", "answer", "deter", "deterrence", "threat"}},
      {"concession",
       "concession: a move that does not pay",
       "A concession is a move that leaves whoever makes it no better off.",
       "A step of a path that is no improvement for its mover. Where an outcome is reached only so, it "
       "depends on "
       "somebody giving way.",
       "stasis paths conflicts/elmira/nine-states.conflict --from s1",
       "which outcomes take a concession, and whose",
       fang,
       {"concessions"}},
      {"coalition",
       "coalition: parties that act together",
       "A coalition is several parties that move together where all of them gain.",
       "The members' legal sequences lead from s to a state that every member likes better. A state is "
       "stable for the "
       "coalition if it has no such way, or each is deterred as the concept says.",
       "stasis coalitions conflicts/elmira/nine-states.conflict",
       "equilibria that two parties can leave together",
       "Inohara & Hipel 2008",
       {"coalitions"}},
      {"preference",
       "preferences: what a party wants",
       "A party's preferences say which of two outcomes it likes better; they are written as statements, "
       "most important "
       "first, as a ranking, or as weights.",
       "Of two states the better is the one in which the first statement that tells them apart holds. `rank` "
       "gives the "
       "states outright, `weigh` gives a number to options and other conditions.",
       "stasis export conflicts/elmira/twelve-states.conflict --format json",
       "the preferences of a published conflict",
       "Hipel, Kilgour, Fang & Peng 1997",
       {"preferences", "prefer", "rank", "weigh", "statement"}},
      {"marks",
       "marks of preference: strength, doubt, attitudes",
       "Marks say more of what a party wants than which outcome it likes better: by how much, how surely, "
       "and how "
       "it looks on what others want.",
       "strongly before a statement: the difference it makes is a strong one; such statements come first. >> "
       "in a "
       "ranking says the same. perhaps before a statement: it is not known whether the party holds it. "
       "unsure P s1 "
       "? s2: it is not known how P compares these states of its ranking. attitude P for Q, against R: P "
       "wishes what "
       "Q likes, and what R does not; towards others it is neutral. Concepts that are not made for marks "
       "take a "
       "perhaps statement as held, unsure pairs as ranked, and no difference as strong.",
       "stasis new doubt.conflict --template doubt",
       "a small model with a doubtful statement and a doubtful ranking",
       "Hamouda, Kilgour & Hipel 2004; Li, Hipel, Kilgour & Fang 2004; Inohara, Hipel & Walker 2007",
       {"mark", "strongly", "perhaps", "unsure", "attitude", "attitudes", "doubt", "strength"}},
      {"family",
       "families: many parties who are alike",
       "A family is a group of parties who have the same options and want the same; it is written once.",
       "parties Guarantors of France, Britain, Italy declares three parties at once, and the options below "
       "it are "
       "options of each. France.ground is what one of them does; Guarantors.ground stands in a count for "
       "what each "
       "of them does: at least 2 of Guarantors.ground, none of Guarantors.ground. prefer each Guarantors "
       "says what "
       "each member wants: self is the member, self.ground what it does itself, self.* all its options. "
       "Answers tell members who do the same together: all "
       "26 guarantors, all guarantors but France.",
       "stasis new family.conflict --template family",
       "a commented model with a family",
       "docs/language.md",
       {"families", "parties", "members", "member", "each", "self"}},
      {"language",
       "the language of .conflict files",
       "A conflict is a text file: who is there, what each can do, what cannot be, what each wants.",
       languageDefinition(),
       "stasis new model.conflict",
       "a commented model to start from",
       "docs/language.md",
       {"syntax",      "grammar",     "conflict",   "file",        "party", "option", "options",
        "words",       "reserved",    "keyword",    "keywords",    "names", "name",   "direction",
        "irrevocable", "unresumable", "constraint", "constraints", "never", "always", "count",
        "counts",      "define",      "expect",     "because",     "source"}},
      {"formats",
       "formats of answers",
       "Answers are text for people and JSON, CSV or Markdown for programs and pages; -o takes the format "
       "from the "
       "ending of the file.",
       "--format says which. JSON is versioned: its key `schema` names answer and version, --schema 1 gives "
       "the one "
       "before. With --format json what is wrong is JSON, too: stasis/problems-1.",
       "stasis solve docs/well.conflict --format json",
       "an answer in JSON",
       "docs/json.md",
       {"format", "json", "csv"}},
      {"environment",
       "environment variables",
       "COLUMNS is the width of the page where there is no terminal; NO_COLOR switches colours off.",
       "COLUMNS: columns of the page, 100 where it is not set. NO_COLOR: no colour. STASIS_PROGRESS: the "
       "number of a "
       "descriptor on which progress is written as lines of JSON. STASIS_WITHIN: the only folder from which "
       "cited sources "
       "are read, hidden files left out.",
       "stasis states docs/well.conflict",
       "an answer that fits the page",
       "docs/json.md",
       {"columns", "no_color", "stasis_progress", "progress"}},
  };
  return all;
}

} // namespace

std::span<const Topic> topics() { return table(); }

const Topic* findTopic(std::string_view word) {
  const std::string wanted = model::lowerCase(word);
  for (const Topic& topic : table())
    if (topic.name == wanted || std::ranges::find(topic.others, wanted) != topic.others.end())
      return &topic;
  for (const Topic& topic : conceptTopics())
    if (topic.name == wanted)
      return &topic;
  return numberedTopic(wanted);
}

std::string told(const Topic& topic, std::size_t columns) {
  return std::string(topic.title) + "\n\n" + paragraphs(topic.plain, columns) + "\n" +
         paragraphs(topic.definition, columns) + "\nExample, " + std::string(topic.shows) + ":\n  " +
         std::string(topic.example) + "\n\nSource: " + std::string(topic.source) + "\n";
}

std::string topicList() {
  std::size_t columns = 0;
  for (const Topic& topic : table())
    columns = std::max(columns, topic.name.size());
  std::string out;
  for (const Topic& topic : table())
    out += "  " + report::padRight(topic.name, columns) + "   " + std::string(topic.title) + "\n";
  return out;
}

} // namespace stasis::cli
