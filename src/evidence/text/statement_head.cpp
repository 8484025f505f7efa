#include "evidence/text/statement_head.h"

#include "evidence/text/first_person.h"
#include "evidence/text/phrases.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stasis::evidence {

namespace {

constexpr std::size_t longestHead = 140; ///< bytes
constexpr std::size_t heads = 4;         ///< paragraphs at the top that may be one
constexpr std::size_t longestName = 9;   ///< words

template <std::size_t N> bool isOneOf(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, word) != list.end();
}

bool isCapital(std::string_view word) {
  return (word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3;
}

/// What may stand within a name in lower case.
bool joinsName(std::string_view word) {
  static constexpr std::array<std::string_view, 6> small{"of", "the", "and", "for", "de", "van"};
  return isOneOf(word, small);
}

} // namespace

std::optional<std::string> saysWhose(std::string_view line) {
  static constexpr std::array<std::string_view, 9> kinds{"statement",   "letter",  "message",
                                                         "declaration", "appeal",  "address",
                                                         "speech",      "remarks", "communiqué"};
  static constexpr std::array<std::string_view, 7> before{"joint", "open", "press", "public",
                                                          "full",  "a",    "an"};
  static constexpr std::array<std::string_view, 12> behind{"on",    "about",  "regarding", "following",
                                                           "after", "at",     "to",        "concerning",
                                                           "in",    "before", "calling",   "as"};
  if (line.size() > longestHead)
    return std::nullopt;
  const std::vector<std::string_view> words = wordsBySpaces(line);
  std::size_t i = 0;
  while (i < words.size() && isOneOf(inLowerCase(words[i]), before))
    ++i;
  if (i + 2 >= words.size() || !isOneOf(inLowerCase(words[i]), kinds))
    return std::nullopt;
  const std::string link = inLowerCase(words[i + 1]);
  if (link != "by" && link != "from" && !(link == "of" && inLowerCase(words[i]) != "letter"))
    return std::nullopt;
  std::string name;
  bool ends = false;
  std::size_t count = 0;
  for (i += 2; i < words.size() && !isOneOf(inLowerCase(words[i]), behind); ++i) {
    std::string word(words[i]);
    const bool stop = word.back() == ',' || word.back() == '.' || word.back() == ':' || word.back() == ';';
    if (stop)
      word.pop_back();
    if (word.empty() || ++count > longestName || (!isCapital(word) && !joinsName(inLowerCase(word))))
      return std::nullopt;
    name += (name.empty() ? "" : " ") + word;
    ends = isCapital(word);
    if (stop)
      break;
  }
  return ends ? std::optional(name) : std::nullopt;
}

namespace {

std::string_view slice(std::string_view text, model::Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

/// Names only, few of them: `Geoffrey Amis`, `Mill Lane Residents`, `Bank of Velm`.
bool isNameLine(std::string_view line) {
  constexpr std::size_t longest = 60;
  const std::vector<std::string_view> words = wordsBySpaces(line);
  return !line.empty() && line.size() <= longest && words.size() <= longestName &&
         std::ranges::all_of(words,
                             [](std::string_view w) { return isCapital(w) || joinsName(inLowerCase(w)); });
}

/// `Dear Mrs Anstruther,` … `Yours sincerely,` and a name: what stands between is said by whoever signs; a
/// body below the name is spoken for. No turn if it is no letter.
std::optional<Turn> letterTurn(std::string_view text, const std::vector<model::Range>& paragraphs,
                               std::vector<bool>& taken) {
  static constexpr std::array<std::string_view, 9> closings{
      "yours sincerely", "yours faithfully", "yours truly", "sincerely",  "respectfully",
      "kind regards",    "best regards",     "regards",     "best wishes"};
  constexpr std::size_t longest = 60;
  std::size_t begin = 0;
  while (begin < paragraphs.size() && !(slice(text, paragraphs[begin]).starts_with("Dear ") &&
                                        paragraphs[begin].end - paragraphs[begin].begin <= longest))
    ++begin;
  std::size_t end = begin + 1;
  const auto closes = [&](std::size_t p) {
    std::string line = inLowerCase(slice(text, paragraphs[p]).substr(0, longest));
    while (!line.empty() && (line.back() == ',' || line.back() == '.' || line.back() == ' '))
      line.pop_back();
    return isOneOf(line, closings);
  };
  while (end < paragraphs.size() && !closes(end))
    ++end;
  if (end + 1 >= paragraphs.size() || end < begin + 2 || !isNameLine(slice(text, paragraphs[end + 1])))
    return std::nullopt;
  Turn turn;
  turn.speaker = slice(text, paragraphs[end + 1]);
  turn.mention = paragraphs[end + 1];
  if (end + 2 < paragraphs.size() && isNameLine(slice(text, paragraphs[end + 2])))
    turn.principal = std::string(slice(text, paragraphs[end + 2]));
  for (std::size_t p = begin + 1; p < end; ++p) {
    turn.words.push_back(paragraphs[p]);
    taken[p] = true;
  }
  taken[begin] = taken[end] = taken[end + 1] = true;
  return turn;
}

/// A reporter tells what somebody said, or it is no sentence.
bool isReporters(std::string_view paragraph) {
  static constexpr std::array<std::string_view, 8> telling{"said",   "says",  "told",   "added",
                                                           "warned", "asked", "called", "wrote"};
  return std::string_view(".!").find(paragraph.back()) == std::string_view::npos ||
         std::ranges::any_of(wordsBySpaces(paragraph), [](std::string_view word) {
           return isOneOf(word.substr(0, word.find_first_of(",.:;")), telling);
         });
}

} // namespace

Turns statementTurns(std::string_view text, const std::vector<model::Range>& paragraphs,
                     const std::vector<ParagraphKind>& kinds) {
  Turns found;
  found.taken.assign(paragraphs.size(), false);
  std::optional<std::string> whose;
  std::size_t head = 0;
  for (; head < std::min(heads, paragraphs.size()) && !whose; ++head)
    whose = saysWhose(text.substr(paragraphs[head].begin, paragraphs[head].end - paragraphs[head].begin));
  if (!whose) {
    if (auto letter = letterTurn(text, paragraphs, found.taken))
      found.turns.push_back(std::move(*letter));
    return found;
  }
  Turn turn;
  turn.speaker = *whose;
  std::size_t all = 0;
  for (std::size_t p = head; p < paragraphs.size(); ++p) {
    if (kinds[p] == ParagraphKind::heading || kinds[p] == ParagraphKind::foreign)
      continue;
    ++all;
    if (isFirstPerson(text.substr(paragraphs[p].begin, paragraphs[p].end - paragraphs[p].begin))) {
      turn.words.push_back(paragraphs[p]);
      found.taken[p] = true;
    }
  }
  constexpr std::size_t few = 2;
  if (turn.words.size() < few && turn.words.size() * 2 < all) {
    found.taken.assign(paragraphs.size(), false);
    return found;
  }
  for (std::size_t p = head; p < paragraphs.size(); ++p) // "Velm will limit its catch."
    if (!found.taken[p] && kinds[p] != ParagraphKind::heading && kinds[p] != ParagraphKind::foreign &&
        !isReporters(slice(text, paragraphs[p]))) {
      turn.words.push_back(paragraphs[p]);
      found.taken[p] = true;
    }
  std::ranges::sort(turn.words, {}, &model::Range::begin);
  found.turns.push_back(std::move(turn));
  return found;
}

} // namespace stasis::evidence
