#include "report/brief/brief_question.h"

#include "report/telling/path_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace stasis::report {

namespace {

/// In lower case, and only those long enough to mean something.
std::vector<std::string> wordsOf(std::string_view text) {
  constexpr std::size_t shortest = 4;
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    if (word.size() >= shortest)
      words.push_back(word);
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text.substr(i, 2) == "\xe2\x80") { // typographic marks and dashes
      end();
      i += 2;
      continue;
    }
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0)
      word += upper ? static_cast<char>(c - 'A' + 'a') : c;
    else
      end();
  }
  end();
  return words;
}

bool saysNothing(const std::string& word) {
  constexpr std::array words{
      "would",  "could",   "should",    "does", "will",  "what",   "which",   "where", "when",
      "with",   "without", "this",      "that", "they",  "them",   "their",   "there", "then",
      "than",   "from",    "into",      "hold", "holds", "matter", "matters", "have",  "been",
      "today",  "either",  "whether",   "each", "some",  "other",  "more",    "most",  "about",
      "nobody", "nothing", "everybody", "over", "under", "while",  "after",   "before"};
  return std::ranges::find(words, word) != words.end();
}

/// `settle` and `settlement`, `strike` and `strikes`.
bool alike(const std::string& one, const std::string& other) {
  constexpr std::size_t stem = 5;
  return one == other ||
         (std::min(one.size(), other.size()) >= stem && (one.starts_with(other) || other.starts_with(one)));
}

bool names(const std::string& outcome, const std::string& word) {
  const auto words = wordsOf(outcome);
  return std::ranges::any_of(words, [&](const std::string& one) { return alike(one, word); });
}

/// The first sentence that ends with a question mark, the title's or that of a line about the conflict.
std::string questionOf(const model::Conflict& conflict) {
  std::vector<std::string> lines{conflict.title};
  lines.insert(lines.end(), conflict.about.begin(), conflict.about.end());
  for (const std::string& line : lines) {
    const std::size_t end = line.find('?');
    if (end == std::string::npos)
      continue;
    const std::size_t before = line.find_last_of(".!", end);
    return line.substr(before == std::string::npos ? 0 : before + 1,
                       end - (before == std::string::npos ? 0 : before + 1));
  }
  return {};
}

std::vector<std::string> thatName(const std::vector<std::string>& outcomes, const std::string& word) {
  std::vector<std::string> all;
  std::ranges::copy_if(outcomes, std::back_inserter(all),
                       [&](const std::string& outcome) { return names(outcome, word); });
  return all;
}

std::string count(std::size_t number) {
  constexpr std::array words{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
  return number < words.size() ? words[number] : std::to_string(number);
}

} // namespace

ToTheQuestion toTheQuestion(const model::Conflict& conflict, const std::vector<std::string>& can,
                            const std::vector<std::string>& cannot) {
  for (const std::string& word : wordsOf(questionOf(conflict))) {
    if (saysNothing(word))
      continue;
    const auto those = thatName(can, word);
    const auto not_ = thatName(cannot, word);
    const std::size_t all = those.size() + not_.size();
    if (all == 0)
      continue;
    const std::string asked = "The model's answer: ";
    if (all == 1)
      return {asked + (those.empty() ? not_.front() + " cannot hold." : those.front() + " can hold."), those,
              not_};
    const std::string named = count(all) + " outcomes with “" + word + "” in their name";
    if (not_.empty())
      return {asked + "all " + named + " can hold: " + enumerated(those) + ".", those, not_};
    if (those.empty())
      return {asked + "none of the " + named + " can hold: neither " + enumerated(not_, "nor") + ".", those,
              not_};
    return {asked + "of the " + named + ", " + count(those.size()) + " can hold: " + enumerated(those) +
                ". " + enumerated(not_) + " cannot.",
            those, not_};
  }
  return {};
}

} // namespace stasis::report
