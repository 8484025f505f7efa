#include "evidence/reading/layout.h"

#include "evidence/reading/word_list.h"

#include <algorithm>
#include <array>

namespace stasis::evidence {

namespace {

constexpr std::size_t longLine = 20;    ///< words from which a line without a full stop is prose
constexpr std::size_t longCaption = 45; ///< in words; a line this long is no caption or label

bool isMark(char c) {
  return c == mark::closeDouble || c == mark::straightDouble || c == mark::openDouble ||
         c == mark::closeSingle || c == mark::straightSingle || c == ')' || c == ']';
}

std::size_t wordsIn(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text, ' '));
}

bool isDigits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// `2025-04-08` at a place.
bool isIsoDate(std::string_view text) {
  return text.size() >= 10 && isDigits(text.substr(0, 4)) && text[4] == '-' && isDigits(text.substr(5, 2)) &&
         text[7] == '-' && isDigits(text.substr(8, 2)) && (text[0] == '1' || text[0] == '2') &&
         text.substr(5, 2) <= "12" && text.substr(8, 2) <= "31";
}

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};

std::size_t monthAt(std::string_view lower) {
  for (std::size_t m = 0; m < months.size(); ++m)
    if (lower.starts_with(months[m]) || (lower.starts_with(months[m].substr(0, 3)) && lower.size() > 3 &&
                                         (lower[3] == ' ' || lower[3] == '.')))
      return m + 1;
  return 0;
}

std::string twoDigits(std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

/// Reads the number at the front of a text, and moves the text past it and the separator after it.
std::size_t takeNumber(std::string_view& text) {
  std::size_t n = 0;
  while (!text.empty() && text[0] >= '0' && text[0] <= '9' && n < 10000) {
    n = n * 10 + static_cast<std::size_t>(text[0] - '0');
    text.remove_prefix(1);
  }
  for (const std::string_view over : {"st", "nd", "rd", "th"})
    if (text.starts_with(over))
      text.remove_prefix(2);
  while (!text.empty() && (text[0] == ' ' || text[0] == ',' || text[0] == '.'))
    text.remove_prefix(1);
  return n;
}

std::string_view afterWord(std::string_view text) {
  const std::size_t end = text.find_first_of(" .,");
  text.remove_prefix(std::min(end, text.size()));
  while (!text.empty() && (text[0] == ' ' || text[0] == ',' || text[0] == '.'))
    text.remove_prefix(1);
  return text;
}

std::optional<std::string> written(std::size_t year, std::size_t month, std::size_t day) {
  if (year < 1800 || year > 2999 || month == 0 || day == 0 || day > 31)
    return std::nullopt;
  return std::to_string(year) + "-" + twoDigits(month) + "-" + twoDigits(day);
}

/// "June 25, 2025", "25 June 2025", "2025-06-25".
std::optional<std::string> dateAt(std::string_view lower) {
  if (isIsoDate(lower))
    return std::string(lower.substr(0, 10));
  if (lower[0] >= '0' && lower[0] <= '9') {
    const std::size_t day = takeNumber(lower);
    const std::size_t month = monthAt(lower);
    lower = afterWord(lower);
    return month == 0 ? std::nullopt : written(takeNumber(lower), month, day);
  }
  const std::size_t month = monthAt(lower);
  if (month == 0)
    return std::nullopt;
  lower = afterWord(lower);
  const std::size_t day = takeNumber(lower);
  return written(takeNumber(lower), month, day);
}

/// "Obama Says African-American Museum Will Tell of ‘Suffering and Delight’.": nearly every long word has a
/// capital.
bool isHeadline(std::string_view words, std::size_t count) {
  if (count < 4 || count > 18 || isMark(words[0]))
    return false;
  std::size_t lengthy = 0;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view one = words.substr(at, end - at);
    if (one.size() > 3) {
      const char first = isMark(one[0]) || one[0] == mark::openSingle ? one[1] : one[0];
      ++lengthy;
      capitals += (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9');
    }
    at = end + 1;
  }
  return lengthy > 2 && capitals * 10 >= lengthy * 9;
}

bool endsWord(std::string_view lower, std::size_t at) {
  return at >= lower.size() || lower[at - 1] < 'a' || lower[at - 1] > 'z' || lower[at] < 'a' ||
         lower[at] > 'z';
}

/// A verb of saying in a finite form: "said", "says", "warned". Its noun ("a claim") may be one too.
bool hasCue(std::string_view lower) {
  for (std::size_t at = 0; at < lower.size();) {
    std::size_t end = at;
    while (end < lower.size() && lower[end] >= 'a' && lower[end] <= 'z')
      ++end;
    if (end - at > 3)
      if (const Word* word = Lexicon::get().find(lower.substr(at, end - at));
          word != nullptr && (word->common & lexical::cue) != 0 && word->form != VerbForm::ing &&
          (lower[end - 1] == 'd' || lower[end - 1] == 's' || lower.substr(at, end - at) == "told"))
        return true;
    at = end + 1;
  }
  return false;
}

/// Marks of a caption or of a form, which a sentence may also mention; unlike those of a menu.
bool isCredit(std::string_view lower) {
  for (const std::string_view sign :
       {"getty images", "ap photo", "file photo", "[file:", "/afp", "/reuters", "reuters/", "afp via",
        "photograph:", "photo by", "image source", "spot_img", "all rights reserved", "\u00A9", "picture:"})
    if (lower.find(sign) != std::string_view::npos)
      return true;
  return false;
}

/// Looks at each place where a word begins, once; the phrases are sorted by their first byte.
bool hasBoilerplate(std::string_view lower) {
  static const auto byFirst = [] {
    std::array<std::vector<std::string_view>, 256> table;
    for (const WordEntry& entry : wordList("boilerplate"))
      table[static_cast<unsigned char>(entry.words[0])].push_back(entry.words);
    return table;
  }();
  for (std::size_t at = 0; at < lower.size(); ++at) {
    if (at > 0 && lower[at - 1] >= 'a' && lower[at - 1] <= 'z' && lower[at] >= 'a' && lower[at] <= 'z')
      continue;
    for (const std::string_view phrase : byFirst[static_cast<unsigned char>(lower[at])])
      if (lower.substr(at).starts_with(phrase) && endsWord(lower, at + phrase.size()))
        return true;
  }
  return false;
}

} // namespace

bool endsLikeProse(std::string_view text) {
  while (!text.empty() && (isMark(text.back()) || text.back() == ' '))
    text.remove_suffix(1);
  return !text.empty() && std::string_view(".?!:,;").find(text.back()) != std::string_view::npos;
}

bool isProse(std::string_view text, model::Range paragraph, bool isHead) {
  const std::string_view words = text.substr(paragraph.begin, paragraph.end - paragraph.begin);
  if (words[0] == '#' && (!endsLikeProse(words) || words.size() < 2 || words[1] == '#' || words[1] == ' '))
    return false; // a heading, or tags alone; not "#BREAKING The bridge is shut."
  const std::size_t count = wordsIn(words);
  constexpr std::size_t shortest = 4; // words of a statement without a full stop
  const std::string lower = count < longCaption ? lowerCase(words) : std::string();
  const bool cue = count < longCaption && hasCue(lower);
  if (count < longCaption && hasBoilerplate(lower) && (!cue || !endsLikeProse(words) || isCredit(lower)))
    return false;
  return (count >= longLine || endsLikeProse(words) || (cue && count >= shortest && !isHead)) &&
         !isHeadline(words, count);
}

namespace {

/// `10.22`, `9:05` and a blank.
bool isClock(std::string_view words) {
  while (!words.empty() && words.back() == ' ')
    words.remove_suffix(1);
  const std::size_t sign = words.find_first_of(".:");
  const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  return (sign == 1 || sign == 2) && words.size() == sign + 3 &&
         std::ranges::count_if(words, isDigit) + 1 == static_cast<std::ptrdiff_t>(words.size());
}

/// `Aug 27`, `27 August`.
bool isDayOfYear(const std::vector<Token>& tokens, std::size_t at) {
  if (at + 1 >= tokens.size())
    return false;
  const Token& one = tokens[at];
  const Token& other = tokens[at + 1];
  const auto isMonth = [](const Token& token) { return token.isName() && token.is(lexical::time); };
  return (isMonth(one) && other.kind == TokenKind::number) ||
         (one.kind == TokenKind::number && isMonth(other));
}

} // namespace

void dropDateline(Sentence& sentence, std::string_view text) {
  auto& tokens = sentence.tokens;
  while (tokens.size() > 2 && text[tokens[0].range.begin] == '#') {
    tokens.erase(tokens.begin());
    sentence.range.begin = tokens[0].range.begin;
  }
  if (tokens.size() > 2 &&
      isClock(text.substr(tokens[0].range.begin, tokens[1].range.begin - tokens[0].range.begin))) {
    tokens.erase(tokens.begin()); // "10.22 A doctor tells me"
    sentence.range.begin = tokens[0].range.begin;
  }
  std::size_t at = 0;
  if (tokens.size() > 2 && text.substr(tokens[0].range.begin, 5) == "date " &&
      tokens[1].kind == TokenKind::number) {
    at = 2; // a date line that ran into the text
    while (at < tokens.size() && tokens[at].kind == TokenKind::number)
      ++at;
  }
  const std::size_t first = at;
  bool place = false;
  for (; at < tokens.size() && at - first < 12; ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::dash || token.kind == TokenKind::colon) {
      if (!place || at == first || at + 1 == tokens.size() ||
          (token.kind == TokenKind::colon && at - first >= 5))
        break;
      tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1);
      sentence.range.begin = tokens[0].range.begin;
      return;
    }
    if (token.kind == TokenKind::word && !token.capital && !token.is(lexical::preposition))
      break;
    if (token.kind == TokenKind::quote || token.kind == TokenKind::stop || token.is(lexical::cue) ||
        (token.is(lexical::auxiliary) && text.substr(token.range.begin, 3) != "May")) // "12 May (NSP) -"
      break;
    if (at == first && (text[token.range.begin] == '(' || isDayOfYear(tokens, at)))
      place = true; // "(Reuters) — Workers rejected", "Aug 27 (Reuters) - Workers rejected"
    else if (at == first || (at == first + 1 && text[tokens[first].range.begin] == '('))
      place =
          place || (token.isWord() && (token.allCapitals || token.is(lexical::capital | lexical::country)) &&
                    !token.is(lexical::pronoun | lexical::determiner));
  }
  if (first > 0) {
    tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(first));
    sentence.range.begin = tokens.empty() ? sentence.range.end : tokens[0].range.begin;
  }
}

std::optional<std::string> dateOf(std::string_view text, const std::vector<model::Range>& paragraphs) {
  constexpr std::size_t among = 8;
  constexpr std::size_t reach = 300;
  for (std::size_t p = 0; p < std::min(paragraphs.size(), among); ++p) {
    const std::string lower =
        lowerCase(text.substr(paragraphs[p].begin, std::min(reach, paragraphs[p].end - paragraphs[p].begin)));
    const bool own = !isProse(text, paragraphs[p]);
    for (std::size_t at = 0; at < lower.size(); ++at) {
      if (at > 0 && lower[at - 1] != ' ')
        continue;
      const auto date = dateAt(std::string_view(lower).substr(at));
      if (date && (own || isIsoDate(std::string_view(lower).substr(at))))
        return date;
    }
  }
  return std::nullopt;
}

} // namespace stasis::evidence
