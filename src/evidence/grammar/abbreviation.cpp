#include "evidence/grammar/abbreviation.h"

#include "evidence/grammar/characters.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>

namespace stasis::evidence::grammar {

namespace {

// In order, in lower case.
constexpr auto withStop = std::to_array<std::string_view>(
    {"adm",  "al",   "apr",  "assn", "assoc", "atty",  "aug", "ave",  "blvd", "bldg", "brig",   "bros",
     "capt", "cf",   "cmdr", "co",   "col",   "corp",  "cpl", "ct",   "dec",  "dept", "det",    "dist",
     "dr",   "ed",   "esq",  "est",  "etc",   "feb",   "fig", "fri",  "ft",   "gen",  "gov",    "hon",
     "inc",  "insp", "jan",  "jr",   "jul",   "jun",   "lt",  "ltd",  "maj",  "mar",  "messrs", "mgr",
     "mon",  "mr",   "mrs",  "ms",   "msgr",  "mt",    "no",  "nov",  "oct",  "pp",   "pres",   "prof",
     "pvt",  "rep",  "reps", "rev",  "sat",   "sec",   "sen", "sens", "sept", "sep",  "sgt",    "sr",
     "st",   "ste",  "sun",  "supt", "thu",   "thurs", "tue", "tues", "univ", "vol",  "vs",     "wed"});
// States of America: `Rep. Laura Kessen, D-Mo.,`. At the end of a sentence they are whole words.
constexpr auto states = std::to_array<std::string_view>(
    {"ariz", "calif", "colo", "conn", "fla", "ga",   "ky",  "md", "mich", "minn", "mo",
     "neb",  "nev",   "okla", "ore",  "pa",  "tenn", "tex", "va", "vt",   "wis",  "wyo"});
// At the end of a sentence, more often whole words than abbreviations.
constexpr auto wholeWhenLast =
    std::to_array<std::string_view>({"al", "ct", "det", "ed", "est", "fig", "mar", "no", "pres", "sat", "sec",
                                     "sun", "wed", "mon", "fri", "rep"});
constexpr auto prefixes = std::to_array<std::string_view>(
    {"anti", "co",  "counter", "cross", "e",   "ex",  "inter", "intra", "mid", "mini",  "multi",
     "neo",  "non", "over",    "post",  "pre", "pro", "re",    "semi",  "sub", "ultra", "un"});

template <std::size_t n> bool contains(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::ranges::any_of(words, [word](std::string_view w) {
    return std::ranges::equal(w, word, {}, {}, [](char c) { return model::lowerCase(c); });
  });
}

/// `U.S`, `a.m`: single letters with a stop between.
bool isLettersAndStops(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i % 2 == 0 ? !isLetter(word[i]) : word[i] != '.')
      return false;
  return word.size() > 2 && word.size() % 2 == 1;
}

} // namespace

bool keepsItsStop(std::string_view word, bool last) {
  if (isLettersAndStops(word))
    return true;
  if (word.size() == 1)
    return isCapital(word[0]) && !last && word[0] != 'I';
  return word.size() <= 6 && ((contains(withStop, word) && !(last && contains(wholeWhenLast, word))) ||
                              (!last && contains(states, word)));
}

bool isHyphenPrefix(std::string_view word) { return word.size() <= 7 && contains(prefixes, word); }

} // namespace stasis::evidence::grammar
