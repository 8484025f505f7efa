// S01: the bytes, the signs, the strings.
#include "language/codes/codes.h"

#include <array>

namespace stasis::language {

namespace {

constexpr std::array<Code, 13> rows{{
    {"S0101", "not a text",
     "The file holds zero bytes, or mostly bytes that no text has: a picture, a spreadsheet, a text saved as "
     "UTF-16. "
     "Nothing in it has been read. Conflicts are plain text in UTF-8; most editors offer that when saving.",
     "", ""},
    {"S0102", "a byte that is not UTF-8",
     "Letters beyond a to z are stored in several ways, and this file uses another than UTF-8, often Latin-1 "
     "or "
     "Windows-1252. Save it again as UTF-8. Only the first such byte of a line is reported.",
     "", ""},
    {"S0103", "a control character",
     "Characters that cannot be seen and that terminals obey have no place in a text. Tabs and line ends are "
     "the only "
     "ones allowed. They usually come in by copying from a terminal or a page.",
     "party Iran \"Iran\x1B[1m\"", "party Iran \"Iran\""},
    {"S0104", "a sign of another language",
     "Conditions are written in words: and, or, xor, not, iff, implies, if. The signs of programming "
     "languages and of "
     "logic are understood, so that nothing else goes wrong with them, but not accepted.",
     "never release && escalate", "never release and escalate"},
    {"S0105", "a character with no meaning",
     "Outside strings and comments a text is made of names, numbers and the signs = , . * ( ) | > ~ -> <-> + "
     "-. Names "
     "are made of letters of any script, digits and _, and begin with a letter or _; other signs go into "
     "labels.",
     "party Iran\n  option wait$ \"Wait\"", "party Iran\n  option wait \"Wait\""},
    {"S0106", "a string without end",
     "A text between \" marks ends on the line on which it begins. A mark inside it is written \\\".",
     "party Iran \"Islamic Republic\n  option wait", "party Iran \"Islamic Republic\"\n  option wait"},
    {"S0107", "marks that are not \"",
     "Word processors turn \" into “ and ”, and some languages take ' for strings. Strings here stand "
     "between two plain "
     "\" marks. Inside a string every mark is welcome.",
     "party Iran “Islamic Republic”\n  option wait", "party Iran \"Islamic Republic\"\n  option wait"},
    {"S0108", "an escape that means nothing",
     "In a string \\\" is a mark, \\\\ a backslash and \\n a new line. Other letters after a backslash mean "
     "nothing.",
     "source memo \"C:\\reports\\memo.txt\"", "source memo \"C:\\\\reports\\\\memo.txt\""},
    {"S0109", "neither number nor name",
     "A name begins with a letter or _, and a number is made of digits with at most one point.",
     "party Syria\n  option 2nd_dam", "party Syria\n  option second_dam"},
    {"S0110", "a line that begins with an operator",
     "A statement ends with its line, unless the line ends in a comma or an operator. So the operator "
     "belongs at the "
     "end of the line before, where the reader sees that more follows.",
     "never release\n  and escalate", "never release and\n  escalate"},
    {"S0111", "a comment that begins with //", "Comments begin with #, and end with the line.",
     "never release and escalate // both at once", "never release and escalate # both at once"},
    {"S0112", "a name of several words",
     "A name is one word: a space ends it, and a `-` would be a minus sign. Join the words of a name with "
     "`_`; the "
     "label can be written as you like.",
     "party Union\n  option stop-loading", "party Union\n  option stop_loading \"Stop-loading\""},
    {"S0199", "more problems than are shown",
     "At most a hundred problems of a file are shown at once, errors before warnings. Mend the first ones "
     "and "
     "check "
     "again; often the rest goes with them.",
     "", ""},
}};

} // namespace

std::span<const Code> textCodes() { return rows; }

} // namespace stasis::language
