#include "evidence/text/chat_lines.h"

#include "evidence/text/first_person.h"
#include "evidence/text/post.h"
#include "evidence/text/turn_label.h"

#include <algorithm>
#include <map>
#include <optional>

namespace stasis::evidence {

namespace {

constexpr std::size_t longestNick = 24;

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }

bool isNickByte(char c) {
  return isLower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

/// The length of `nadia` in `nadia: we ship`; 0 if there is no nick.
std::size_t nickLength(std::string_view words) {
  std::size_t at = 0;
  while (at < words.size() && at <= longestNick && isNickByte(words[at]))
    ++at;
  const bool isNick = at > 1 && at <= longestNick && isLower(words[0]) && at + 2 < words.size() &&
                      words[at] == ':' && words[at + 1] == ' ';
  return isNick ? at : 0;
}

/// The length of `Nadia Pruitt` in `Nadia Pruitt  9:14 AM`, `Nadia Pruitt — Today at 9:14 AM`; 0 if it is no
/// such line.
std::size_t headerLength(std::string_view words) {
  constexpr std::size_t longest = 60;
  if (words.size() > longest)
    return 0;
  const std::size_t clock = clockAtEnd(words);
  if (clock == 0)
    return 0;
  std::size_t end = clock;
  for (const std::string_view between : {"Today at ", "Yesterday at ", "APP "})
    if (words.substr(0, end).ends_with(between))
      end -= between.size();
  const std::size_t before = end;
  while (end > 0 && (isBlank(words[end - 1]) || words[end - 1] == '-' || words[end - 1] == '['))
    --end;
  if (words.substr(0, end).ends_with("\u2014"))
    end -= std::string_view("\u2014").size();
  while (end > 0 && isBlank(words[end - 1]))
    --end;
  const std::string name = std::string(words.substr(0, end)) + ":";
  const auto label = end > 0 && end < before ? turnLabelAt(name, true) : std::nullopt;
  return label && label->body == name.size() && !label->name.empty() ? end : 0;
}

/// `-!- colm has quit`, `*** Joins: colm`, `* colm is away`, `--> colm`.
bool isNotice(std::string_view words) {
  for (const std::string_view sign : {"-!-", "!-", "***", "* ", "-->", "<--", "== "})
    if (words.starts_with(sign))
      return true;
  return false;
}

/// `Q   Did`, `A<tab>No`.
char letterWithRoom(std::string_view words) {
  if (words.size() < 4 || (words[0] != 'Q' && words[0] != 'A'))
    return '\0';
  return words[1] == '\t' || (words[1] == ' ' && isBlank(words[2])) ? words[0] : '\0';
}

class ChatMarker {
public:
  ChatMarker(std::string_view text, std::vector<Line>& lines) : text_(text), lines_(lines) {}

  void run(const std::vector<std::size_t>& stamped) {
    markNicks(stamped);
    markHeaders();
    markPosts();
    markLetters();
  }

private:
  std::string_view words(std::size_t i) const {
    return text_.substr(lines_[i].words.begin, lines_[i].words.end - lines_[i].words.begin);
  }

  bool hasWords(std::size_t i) const { return lines_[i].kind == LineKind::words; }

  /// With times, two lines are enough. Without, nearly all lines must have a nick, and one nick must occur
  /// twice.
  void markNicks(const std::vector<std::size_t>& stamped) {
    std::vector<std::size_t> nicked;
    std::map<std::string_view, std::size_t> uses;
    std::size_t all = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (hasWords(i)) {
        ++all;
        if (const std::size_t length = nickLength(words(i))) {
          nicked.push_back(i);
          ++uses[words(i).substr(0, length)];
        }
      }
    const std::size_t most =
        uses.empty() ? 0
                     : std::ranges::max_element(uses, {}, [](const auto& use) { return use.second; })->second;
    const bool isChat = uses.size() > 1 && most > 1 && nicked.size() > 3 && nicked.size() * 5 >= all * 4;
    for (const std::size_t i : nicked)
      if (isChat || (stamped.size() > 1 && std::ranges::binary_search(stamped, i)))
        lines_[i].labelled = lines_[i].opens = true;
    for (const std::size_t i : stamped)
      if (stamped.size() > 1 && isNotice(words(i)))
        lines_[i].kind = LineKind::rule;
  }

  void markHeaders() {
    std::vector<std::size_t> headers;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i)
      if (hasWords(i) && hasWords(i + 1) && headerLength(words(i)) > 0)
        headers.push_back(i);
    if (headers.size() > 1)
      for (const std::size_t i : headers)
        label(i, headerLength(words(i)), words(i).size());
  }

  /// A line with a handle above the words of a post, and one below them.
  void markPosts() {
    std::vector<std::pair<std::size_t, std::size_t>> above; // lines, and where name and handle end in them
    bool certain = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto post = hasWords(i) ? postAt(words(i)) : std::nullopt;
      if (!post)
        continue;
      lines_[i].opens = true;
      if (post->isBelow || i + 1 == lines_.size() || !hasWords(i + 1))
        continue;
      above.emplace_back(i, post->label);
      certain |= isFirstPerson(words(i + 1));
    }
    if (above.size() > 1 || certain)
      for (const auto& [i, end] : above)
        label(i, end, words(i).size());
  }

  /// There must be at least one question and one answer.
  void markLetters() {
    std::map<char, std::vector<std::size_t>> letters;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (const char letter = hasWords(i) ? letterWithRoom(words(i)) : '\0'; letter != '\0')
        letters[letter].push_back(i);
    if (letters.size() > 1)
      for (const auto& [letter, where] : letters)
        for (const std::size_t i : where)
          label(i, 1, words(i).find_first_not_of(" \t", 1));
  }

  void label(std::size_t i, std::size_t length, std::size_t wordsFrom) {
    lines_[i].labelled = lines_[i].opens = true;
    lines_[i].bareLabel = static_cast<std::uint32_t>(length);
    lines_[i].behindLabel = static_cast<std::uint32_t>(wordsFrom);
  }

  std::string_view text_;
  std::vector<Line>& lines_;
};

} // namespace

void markChat(std::string_view text, std::vector<Line>& lines, const std::vector<std::size_t>& stamped) {
  ChatMarker(text, lines).run(stamped);
}

} // namespace stasis::evidence
