#include "drafting/lemma.h"

#include "evidence/reading/lexicon.h"
#include "evidence/reading/word_list.h"

#include <string_view>
#include <unordered_map>

namespace stasis::drafting {

namespace {

using Table = std::unordered_map<std::string_view, std::string_view>;

Table tableOf(std::string_view list) {
  Table table;
  for (const auto& entry : evidence::wordList(list))
    table.emplace(entry.words, entry.value);
  return table;
}

std::string_view lookUp(const Table& table, std::string_view word) {
  const auto at = table.find(word);
  return at == table.end() ? std::string_view() : at->second;
}

std::string_view irregular(std::string_view form) {
  static const Table table = tableOf("irregular_forms");
  return lookUp(table, form);
}

bool isVowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool hasVowel(std::string_view stem) { return stem.find_first_of("aeiouy") != std::string_view::npos; }

/// Whether the stem lost an `e` before its ending: `releas`, `clos`, `organis`, `evacuat`.
bool lostE(std::string_view stem) {
  if (stem.size() < 3)
    return stem.size() == 2 && isVowel(stem[0]); // us-ed
  const char last = stem.back();
  const char before = stem[stem.size() - 2];
  const char third = stem[stem.size() - 3];
  if (std::string_view("cvzu").find(last) != std::string_view::npos)
    return before != 'z';
  if (last == 's')
    return before != 's' && !stem.ends_with("focus");
  if (last == 'g') // charg, chang, but not hang
    return before == 'd' || before == 'r' || before == 'l' || stem.ends_with("ang") || before == 'a';
  if (last == 'l')
    return !isVowel(before) && before != 'l' && before != 'r' && before != 'w'; // settl
  if (!isVowel(before))
    return false;
  if (isVowel(third)) // treat, need, appeal; leav and receiv returned above
    return false;
  if (last == 't') // evacuat, invit; not visit, limit
    return before == 'a' || stem.ends_with("vit") || stem.ends_with("cit") || stem.ends_with("nit") ||
           stem.ends_with("mot") || stem == "vot" || stem.ends_with("devot") || stem.ends_with("quot") ||
           stem.ends_with("not") || stem.ends_with("put") || stem.ends_with("cut");
  if (last == 'r')
    return before == 'u' || before == 'i' || stem.ends_with("lor") || stem.ends_with("nor") ||
           stem.ends_with("stor") || stem.ends_with("par") || stem.ends_with("clar");
  if (last == 'd')
    return before == 'i' || before == 'u' || before == 'a';
  if (last == 'n')
    return before == 'i' || before == 'u' || stem.ends_with("stpon") || stem.ends_with("don");
  if (last == 'k')
    return true; // strik, tak, provok
  if (last == 'p' || last == 'm' || last == 'b')
    return before != 'o' || stem.ends_with("cop") || stem.ends_with("hop");
  return false;
}

/// The lemma from a stem whose ending began with a vowel.
std::string stemmed(std::string stem) {
  const std::size_t n = stem.size();
  if (n > 3 && stem[n - 1] == stem[n - 2] &&
      std::string_view("lsfz").find(stem[n - 1]) == std::string_view::npos)
    stem.pop_back(); // stopp
  else if ((stem.ends_with("ell") && hasVowel(std::string_view(stem).substr(0, n - 3))) ||
           stem.ends_with("troll") || stem.ends_with("annull") || stem.ends_with("fulfill"))
    stem.pop_back(); // cancell, travell, controll; not sell
  else if (lostE(stem))
    stem += 'e';
  return stem;
}

std::string withoutS(std::string_view form) {
  std::string word(form);
  if (word.size() < 4 || !word.ends_with('s') || word.ends_with("ss") || word.ends_with("us") ||
      word.ends_with("is"))
    return word;
  if (word.ends_with("ies"))
    return word.substr(0, word.size() - 3) + 'y';
  for (const std::string_view ending : {"sses", "shes", "ches", "xes", "zzes", "oes"})
    if (word.ends_with(ending))
      return word.substr(0, word.size() - 2);
  return word.substr(0, word.size() - 1);
}

std::string plain(std::string_view form) {
  std::string word = evidence::lowerCase(form);
  for (std::size_t at; (at = word.find("\u2019")) != std::string::npos;)
    word.replace(at, 3, "'");
  return word;
}

} // namespace

std::string verbLemma(std::string_view form) {
  std::string word = plain(form);
  if (const auto known = irregular(word); !known.empty())
    return std::string(known);
  if (word.size() > 4 && word.ends_with("ied"))
    return word.substr(0, word.size() - 3) + 'y';
  if (word.size() > 3 && word.ends_with("ed") && !word.ends_with("eed") &&
      hasVowel(std::string_view(word).substr(0, word.size() - 2)))
    return stemmed(word.substr(0, word.size() - 2));
  if (word.size() > 4 && word.ends_with("ing") && hasVowel(std::string_view(word).substr(0, word.size() - 3)))
    return stemmed(word.substr(0, word.size() - 3));
  return withoutS(word);
}

std::string nounLemma(std::string_view form) {
  std::string word = plain(form);
  if (const auto known = irregular(word); !known.empty())
    return std::string(known);
  return withoutS(word);
}

std::string alike(const std::string& lemma) {
  static const Table table = tableOf("deeds_alike");
  const auto known = lookUp(table, lemma);
  return known.empty() ? lemma : std::string(known);
}

std::string verbOfNoun(const std::string& lemma) {
  static const Table table = tableOf("deeds_as_nouns");
  return std::string(lookUp(table, lemma));
}

} // namespace stasis::drafting
