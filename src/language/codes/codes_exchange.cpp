// S07: other formats, read and written.
#include "language/codes/codes.h"

#include <array>

namespace stasis::language {

namespace {

constexpr std::array<Code, 19> rows{{
    {"S0701", "not JSON",
     "The file should be JSON, as a `.gmcr` file of GMCR+ is, and stops being so at the place shown. Files "
     "cut short "
     "by a copy or an upload look like this.",
     "", ""},
    {"S0702", "another shape than the format has",
     "The text is JSON, but a value is missing or of another kind than the format wants there: an object "
     "where a list "
     "belongs, a number where a name does. The message says which.",
     "", ""},
    {"S0703", "an option that is not in the file",
     "A condition speaks of an option by its number in the file's list of options, from 0, and there is none "
     "with this "
     "number.",
     "", ""},
    {"S0704", "an option of two decision makers",
     "In a graph model every option belongs to one decision maker, who alone can take or drop it. Two claim "
     "this one.",
     "", ""},
    {"S0705", "a ranking by hand that does not fit",
     "The ranking must name every feasible state once, by its number. Numbers count the feasible states in "
     "ascending "
     "binary value from 1.",
     "", ""},
    {"S0706", "an unknown direction",
     "Options change in both directions, or only from N to Y, or only from Y to N; the file says something "
     "else.",
     "", ""},
    {"S0707", "names that are alike",
     "Two things of the file have the same name once it is made into one of this language, so the second has "
     "been given "
     "another. The labels stay as they were.",
     "", ""},
    {"S0708", "something in the file that is passed over",
     "The file says something that has no effect or no counterpart here. What is read is right without it, "
     "but it may not "
     "be what its author thought.",
     "", ""},
    {"S0709", "too large for this format",
     "Written in the other format this would be larger than a program, or a reader of the drawing, could "
     "use: conditions "
     "joined by `and` only, a ranking of every state, a box for each. The message names the limit that is "
     "passed.",
     "", ""},
    {"S0710", "options of nobody",
     "The file has options that belong to no decision maker. They go to a party that never moves, so that "
     "states keep "
     "their numbers.",
     "", ""},
    {"S0711", "something the format cannot say",
     "The other format has no way to write this part of the conflict, and leaving it out would change what "
     "holds. Nothing "
     "has been written.",
     "", ""},
    {"S0712", "something that is lost in the format",
     "The other format has no place for this part of the conflict, as citations or expectations; keep the "
     "original. Where "
     "what holds depends on it, the message says so.",
     "", ""},
    {"S0713", "a name the language cannot have",
     "Names in a JSON file of a conflict are the names of the language: letters, digits and `_`. Everything "
     "else, "
     "in any script, belongs in the `label`.",
     "", ""},
    {"S0714", "a file of another kind",
     "The file is none that a conflict can be read from, whatever its name ends in: an answer of this "
     "program "
     "instead of a "
     "model, a game in extensive form, a drawing. The message says what it is.",
     "", ""},
    {"S0715", "another form than a game file has",
     "A `.nfg` file of Gambit has a first line, the players, the strategies of each, and a payoff for every "
     "player "
     "in every "
     "combination of strategies (or outcomes, and the number of one for every combination). Something else "
     "stands "
     "here, or "
     "something is missing.",
     "", ""},
    {"S0716", "a cell that does not say what it should",
     "In a table of states every row is a state and every column says one thing of it. This cell is empty or "
     "says "
     "something else; the message names the cell as a spreadsheet does, the column by letters and the row by "
     "number.",
     "", ""},
    {"S0717", "a cell that a spreadsheet has changed",
     "Spreadsheets change what is typed: `1-2` becomes a date, `0101` the number 101, `=A1` the result or "
     "the text "
     "of a "
     "formula, a long number `1E+05`. What was meant cannot be known, so nothing is guessed. Format the "
     "column as "
     "text and "
     "enter the cell again.",
     "", ""},
    {"S0718", "a decision maker that does not see every state",
     "A `.gmcr` file can say which states a decision maker does not see (`misperceptions`). Here that is "
     "written as its list of moves: between the states that it sees, in the directions its options allow, "
     "and "
     "none from or to the others. Its preferences still rank every state. So the answer for the conflict is "
     "that "
     "of GMCR+, in which everybody else can move there. Beside it stands `view` of that decision maker, in "
     "which these states are not there for anybody: `solve` shows what it changes.",
     "", ""},
    {"S0719", "an answer that cannot be used",
     "`stasis elicit` takes `1`, `2`, `=` (alike) or `?` (not known) for the question it has asked, and "
     "`war > peace`, `war ~ peace` or `war ? peace` for any two states. This line is none of them, or names "
     "what the model does not have. Answers after it may belong to other questions, so reading ends here; "
     "what was answered before it counts.",
     "", ""},
}};

} // namespace

std::span<const Code> exchangeCodes() { return rows; }

} // namespace stasis::language
