#include "lsp/cursor.h"

#include "language/lexing/lexer.h"

#include <algorithm>
#include <array>
#include <vector>

namespace stasis::lsp {

namespace {

using language::Word;
using Wants = Cursor::Wants;

/// Letters of other scripts are bytes beyond ASCII. Other characters beyond ASCII cannot be part of a name.
bool isNamePart(char c) {
  return static_cast<unsigned char>(c) >= 0x80U || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_';
}

/// The words of a line: names, numbers and single signs. A string is one word, quotation marks included.
struct Words {
  std::vector<std::string_view> list;
  bool inComment = false;
  bool inString = false; ///< the last word is a string that has not ended
};

Words wordsOf(std::string_view line) {
  Words words;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at + 1;
    if (line[at] == '#' && !(words.list.size() > 1 && *(words.list.end() - 2) == "because")) {
      words.inComment = true;
      break;
    }
    if (line[at] == '"') {
      while (end < line.size() && line[end] != '"')
        end += line[end] == '\\' ? 2 : 1;
      end = std::min(end, line.size());
      words.inString = end == line.size();
      end = std::min(end + 1, line.size());
    } else {
      while (isNamePart(line[at]) && end < line.size() && isNamePart(line[end]))
        ++end;
    }
    if (line[at] != ' ' && line[at] != '\t' && line[at] != '\r')
      words.list.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string_view firstWord(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  std::size_t end = begin;
  while (end < line.size() && isNamePart(line[end]))
    ++end;
  return line.substr(begin, end - begin);
}

bool goesOn(std::string_view line) {
  static constexpr std::array<std::string_view, 10> joining{"and", "or", "xor",     "not", "iff",
                                                            "if",  "of", "implies", ",",   "("};
  const auto words = wordsOf(line).list;
  return !words.empty() && std::ranges::find(joining, words.back()) != joining.end();
}

bool isStatement(std::string_view word) {
  const Word known = language::wordOf(word);
  return known != Word::none_ && language::beginsStatement(known) && known != Word::because;
}

/// Statements whose first word is a name in other places.
bool isNamelike(std::string_view word) {
  return word == "unsure" || word == "attitude" || word == "unaware" || word == "blind";
}

/// Whether a line can only begin a new statement, not a line of the block above.
bool opensBlock(std::string_view line) {
  const std::string_view word = firstWord(line);
  if (!isNamelike(word))
    return isStatement(word) && word != "option";
  const auto words = wordsOf(line).list; // `unsure and x` mentions an option
  return words.size() > 1 && isNamePart(words[1].front()) &&
         (words[1] == "each" || language::wordOf(words[1]) == Word::none_);
}

struct Context {
  std::string_view statement; ///< from its first line to the cursor
  std::string_view header;    ///< the line of the block it is in; empty: none
};

std::size_t lineStart(std::string_view text, std::size_t offset) {
  const std::size_t end = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

Context contextAt(std::string_view text, std::size_t offset) {
  std::size_t begin = lineStart(text, offset);
  const auto lineBefore = [&](std::size_t start) {
    const std::size_t from = lineStart(text, start - 1);
    return std::pair(from, text.substr(from, start - 1 - from));
  };
  while (begin > 0) {
    const auto [from, line] = lineBefore(begin);
    if (!goesOn(line))
      break;
    begin = from;
  }
  Context context{text.substr(begin, offset - begin), {}};
  if (opensBlock(context.statement) &&
      context.statement.find_first_of(" \t", context.statement.find_first_not_of(" \t")) !=
          std::string_view::npos)
    return context;
  for (std::size_t start = begin; start > 0;) {
    const auto [from, line] = lineBefore(start);
    if (opensBlock(line)) {
      context.header = line;
      break;
    }
    start = from;
  }
  return context;
}

class Reader {
public:
  Reader(const Words& words, std::size_t typed, std::string_view header)
      : list_(words.list), header_(wordsOf(header).list) {
    list_.resize(list_.size() - typed);
  }

  /// Decides by the words before the one that is being written.
  Wants wants() const {
    if (list_.empty())
      return inBlock(true);
    const std::string_view last = list_.back();
    if (last == ".")
      return Wants::optionOf;
    if (last == "because")
      return Wants::source;
    if (behindUnder())
      return Wants::solutionConcept;
    if (behindStableFor())
      return Wants::holder;
    if (isNamelike(list_.front()) && !goesOnAsCondition())
      return inNamelike(list_.front());
    if (isStatement(list_.front()) || list_.front() == "allow")
      return inStatement();
    return inBlock(false);
  }

private:
  std::string_view last() const { return list_.back(); }
  bool has(std::string_view word) const { return std::ranges::find(list_, word) != list_.end(); }

  bool behindUnder() const {
    for (auto it = list_.rbegin(); it != list_.rend(); ++it)
      if (*it == "under")
        return last() == "under" || last() == ",";
      else if (*it != "," && language::wordOf(*it) != Word::none_)
        return false;
    return false;
  }

  bool behindStableFor() const {
    for (std::size_t i = list_.size(); i-- > 1;)
      if (list_[i] == "for" && list_[i - 1] == "stable")
        return i + 1 == list_.size() || last() == ",";
    return false;
  }

  /// `unsure and x`: here `unsure` is the name of an option.
  bool goesOnAsCondition() const {
    return list_.size() > 1 && list_[1] != "each" && language::wordOf(list_[1]) != Word::none_;
  }

  Wants inNamelike(std::string_view word) const {
    if (word == "unaware")
      return Wants::option;
    if (word == "blind")
      return list_.size() == 1 ? Wants::unseen : last() == "," ? Wants::state : Wants::condition;
    return word == "unsure" ? inUnsure() : inAttitude();
  }

  Wants inUnsure() const { return list_.size() == 1 ? Wants::holder : Wants::state; }

  Wants inAttitude() const {
    if (list_.size() == 1)
      return Wants::holder;
    if (last() == "each")
      return Wants::family;
    const bool behindWord = last() == "for" || last() == "against" || last() == "neutral";
    return behindWord && list_.size() > 2 ? Wants::holder : Wants::attitude;
  }

  Wants inStatement() const {
    const std::string_view first = list_.front();
    if (first == "allow")
      return Wants::code;
    if (first == "prefer" || first == "rank" || first == "weigh" || first == "move")
      return list_.size() == 1  ? Wants::holder
             : last() == "each" ? Wants::family
             : first == "move"  ? Wants::state
                                : Wants::other;
    if (first == "view")
      return list_.size() == 1 || last() == "of" ? Wants::holder : Wants::other;
    if (first == "status")
      return has("quo") ? Wants::option : Wants::other;
    if (first == "state")
      return has("=") ? Wants::option : Wants::other;
    if (first == "define")
      return has("=") ? Wants::condition : Wants::other;
    if (first == "never" || first == "always")
      return Wants::condition;
    if (first == "expect")
      return inExpectation();
    return has("of") && first != "parties" ? Wants::condition : Wants::other;
  }

  Wants inExpectation() const {
    if (has("where") || has("satisfy"))
      return Wants::condition;
    if (list_.size() == 1)
      return Wants::expected;
    if (last() == "view" || (has("view") && last() == "of"))
      return Wants::holder;
    if (pictureEndsHere())
      return Wants::expected;
    if (has("=") || last() == ",")
      return Wants::state;
    return Wants::other;
  }

  /// `expect in view P`, `expect in view P of Q`, `expect in hypergame`, and nothing after.
  bool pictureEndsHere() const {
    if (list_.size() < 3 || list_[1] != "in")
      return false;
    const bool second = list_.size() == 6 && list_[4] == "of";
    return list_[2] == "view" ? list_.size() == 4 || second : list_[2] == "hypergame" && list_.size() == 3;
  }

  Wants inBlock(bool begins) const {
    const std::string_view block = header_.empty() ? "" : header_.front();
    if (block == "prefer")
      return begins ? Wants::line : Wants::condition;
    if (block == "rank" || block == "move" || (block == "unsure" && !begins))
      return Wants::state;
    if (block == "attitude" && !begins)
      return Wants::holder;
    if (block == "weigh")
      return begins ? Wants::option : Wants::other;
    if (!list_.empty() && has("of"))
      return Wants::condition;
    return begins ? Wants::statement : Wants::other;
  }

  std::vector<std::string_view> list_;
  std::vector<std::string_view> header_;
};

/// Whether some line above `begin` opens a view that no line ends before it.
bool isInView(std::string_view text, std::size_t begin) {
  static constexpr std::array<std::string_view, 6> ends{"revise",  "expect", "party",
                                                        "parties", "state",  "states"};
  for (std::size_t start = begin; start > 0;) {
    const std::size_t from = lineStart(text, start - 1);
    const std::string_view word = firstWord(text.substr(from, start - 1 - from));
    if (word == "view" || std::ranges::find(ends, word) != ends.end())
      return word == "view";
    start = from;
  }
  return false;
}

/// The family of `prefer each`.
std::string_view familyOf(std::string_view header) {
  const auto words = wordsOf(header).list;
  return words.size() > 2 && words[0] == "prefer" && words[1] == "each" ? words[2] : std::string_view();
}

Cursor inString(const Words& words, std::string_view text, std::size_t offset) {
  Cursor cursor;
  const std::size_t before = words.list.size() - 1;
  const auto begin = static_cast<std::size_t>(words.list.back().data() - text.data()) + 1;
  cursor.typed = {begin, offset};
  if (before >= 2 && words.list[before - 2] == "because") {
    cursor.wants = Wants::sourceWords;
    cursor.source = words.list[before - 1];
  } else if (before == 2 && words.list[0] == "source") {
    cursor.wants = Wants::path;
  }
  return cursor;
}

} // namespace

Cursor cursorAt(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const Context context = contextAt(text, offset);
  const Words words = wordsOf(context.statement);
  if (words.inComment)
    return {};
  if (words.inString)
    return inString(words, text, offset);
  std::size_t begin = offset;
  while (begin > 0 && isNamePart(text[begin - 1]))
    --begin;
  const std::size_t typed = begin < offset ? 1 : 0;
  Cursor cursor;
  cursor.typed = {begin, offset};
  cursor.self = familyOf(context.header);
  cursor.inView = isInView(text, lineStart(text, offset));
  cursor.wants = Reader(words, typed, context.header).wants();
  if (cursor.wants == Wants::optionOf) {
    const std::size_t dot = words.list.size() - typed;
    cursor.owner = dot >= 2 ? words.list[dot - 2] : std::string_view();
  }
  return cursor;
}

} // namespace stasis::lsp
