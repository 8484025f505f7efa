#include "language/codes/fix.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace stasis::language {

namespace {

bool touches(const Edit& a, const Edit& b) {
  return a.range.begin <= b.range.end && b.range.begin <= a.range.end;
}

bool touchesAny(const Diagnostic& d, const std::vector<Edit>& edits) {
  return std::ranges::any_of(d.fix, [&](const Edit& one) {
    return std::ranges::any_of(edits, [&](const Edit& other) { return touches(one, other); });
  });
}

bool isWordSign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         (c & 0x80) != 0;
}

/// Calls `visit` with the place of each word of the range.
template <class Visit> void forEachWord(std::string_view text, model::Range range, Visit visit) {
  for (std::size_t at = range.begin; at < range.end;) {
    const std::size_t begin = at;
    while (at < range.end && isWordSign(text[at]))
      ++at;
    if (at > begin)
      visit(model::Range{begin, at});
    else
      ++at;
  }
}

/// The word before or behind a place of a line, without signs between; a sign that denies stands for itself.
std::string_view wordBefore(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '('))
    --at;
  std::size_t begin = at;
  while (begin > 0 && (isWordSign(text[begin - 1]) || text[begin - 1] == '\''))
    --begin;
  return begin == at && at > 0 ? text.substr(at - 1, 1) : text.substr(begin, at - begin);
}

std::string_view wordBehind(std::string_view text, std::size_t at) {
  at = std::min(text.find_first_not_of(" =:>-", at), text.size());
  std::size_t end = at;
  while (end < text.size() && isWordSign(text[end]))
    ++end;
  return text.substr(at, end - at);
}

/// True if the word at this place is said not to be.
bool isDenied(std::string_view text, model::Range word) {
  constexpr std::array<std::string_view, 9> before{"not",     "no",    "!",   "-", "~",
                                                   "without", "never", "Not", "No"};
  constexpr std::array<std::string_view, 9> behind{"no", "No", "N", "n", "0", "false", "False", "off", "not"};
  const std::string_view denial = wordBefore(text, word.begin);
  return std::ranges::find(before, denial) != before.end() || denial.ends_with("n't") ||
         std::ranges::find(behind, wordBehind(text, word.end)) != behind.end();
}

} // namespace

void keepNames(Diagnostics& diagnostics, std::string_view text,
               const std::function<bool(std::string_view)>& isName) {
  for (Diagnostic& d : diagnostics) {
    if (!d.fixIsSafe)
      continue;
    std::set<std::string_view> kept;
    for (const Edit& edit : d.fix)
      forEachWord(edit.replacement, {0, edit.replacement.size()}, [&](model::Range word) {
        std::string_view rest = std::string_view(edit.replacement).substr(word.begin, word.end - word.begin);
        kept.insert(rest);
        for (std::size_t part = 0; part != std::string_view::npos; rest.remove_prefix(part + 1)) {
          part = rest.find('_'); // `stop-loading` is `stop_loading`
          kept.insert(rest.substr(0, part));
          if (part == std::string_view::npos)
            break;
        }
      });
    for (const Edit& edit : d.fix)
      forEachWord(text, edit.range, [&](model::Range place) {
        const std::string_view word = text.substr(place.begin, place.end - place.begin);
        if (isName(word) && !kept.contains(word) && !isDenied(text, place))
          d.fixIsSafe = false;
      });
  }
}

namespace {

/// How the operators of a line group.
struct Grouping {
  std::size_t ands = 0;
  std::size_t ors = 0;
  std::size_t nots = 0;
  std::size_t openNots = 0; ///< `not x or y`: that may be meant to hold for y
  bool mixed = false;       ///< `x or y and z`, with nothing in parentheses
};

Grouping groupingOf(std::string_view line) {
  Grouping all;
  struct Level {
    bool hasAnd = false;
    bool hasOr = false;
    bool behindNot = false; ///< right behind `not` and what it denies, `x` or `( … )`
    bool expects = false;   ///< `not` and nothing yet
    bool opens = false;     ///< `not x or` and nothing yet
  };
  std::vector<Level> levels(1);
  const auto operand = [&] {
    Level& here = levels.back();
    here.behindNot = std::exchange(here.expects, false);
    all.openNots += std::exchange(here.opens, false) && !here.behindNot ? 1 : 0;
  };
  const auto joins = [&](bool isAnd) {
    Level& here = levels.back();
    ++(isAnd ? all.ands : all.ors);
    here.opens = here.behindNot;
    here.behindNot = false;
    (isAnd ? here.hasAnd : here.hasOr) = true;
    all.mixed = all.mixed || (here.hasAnd && here.hasOr);
  };
  for (std::size_t at = 0; at < line.size() && line[at] != '#';) {
    const char c = line[at];
    if (c == '"') {
      at = std::min(line.find('"', at + 1), line.size() - 1) + 1;
    } else if (isWordSign(c)) {
      const std::size_t begin = at;
      while (at < line.size() && (isWordSign(line[at]) || line[at] == '.'))
        ++at;
      const std::string_view word = line.substr(begin, at - begin);
      if (word == "and" || word == "or") {
        joins(word == "and");
      } else if (word == "not") {
        ++all.nots;
        levels.back().expects = true;
      } else if (word == "if" || word == "implies" || word == "iff" || word == "always" || word == "never") {
        levels.back() = {};
      } else {
        operand();
      }
    } else {
      const bool twice = at + 1 < line.size() && line[at + 1] == c;
      if (c == '&' || c == '|')
        joins(c == '&');
      else if (c == '!' || c == '~')
        ++all.nots, levels.back().expects = true;
      else if (c == '(')
        levels.emplace_back();
      else if (c == ')' && levels.size() > 1)
        levels.pop_back(), operand();
      at += twice && (c == '&' || c == '|') ? 2 : 1;
    }
  }
  return all;
}

} // namespace

namespace {

/// Whether one of the words that a fix takes away is one of these.
template <std::size_t N>
bool takes(std::string_view text, const Diagnostic& d, const std::array<std::string_view, N>& words) {
  bool taken = false;
  for (const Edit& edit : d.fix)
    forEachWord(text, edit.range, [&](model::Range place) {
      taken =
          taken || std::ranges::find(words, text.substr(place.begin, place.end - place.begin)) != words.end();
    });
  return taken;
}

/// `x isn't taken` is `not x` and no more; in `x or y is false` both may be.
bool deniesBehind(std::string_view text, const Diagnostic& d, bool& both) {
  const auto put = std::ranges::find(d.fix, "not ", &Edit::replacement);
  if (put == d.fix.end() || std::ranges::none_of(d.fix, [&](const Edit& e) {
        return e.replacement.empty() && e.range.begin > put->range.begin;
      }))
    return false;
  const std::string_view before = wordBefore(text, put->range.begin);
  constexpr std::array<std::string_view, 2> are{"is", "are"};
  both = (before == "or" || before == "and") && takes(text, d, are);
  return true;
}

} // namespace

void keepGroups(Diagnostics& diagnostics, std::string_view text) {
  constexpr std::array<std::string_view, 10> modal{"must",  "should", "ought", "may",   "can",
                                                   "could", "might",  "will",  "would", "shall"};
  for (Diagnostic& d : diagnostics) {
    if (!d.fixIsSafe || d.fix.empty())
      continue;
    bool both = false;
    const bool behind = deniesBehind(text, d, both);
    for (const ChangedLines& change : changedLines(text, d.fix)) {
      const Grouping before = groupingOf(change.before);
      const Grouping after = groupingOf(change.after);
      const bool joins = after.ands > before.ands || after.ors > before.ors;
      const bool opens = after.nots > before.nots && after.openNots > before.openNots;
      const bool spoken = after.openNots > 0 && takes(text, d, modal); // must not x and y
      if ((joins && after.mixed) || (behind ? both : opens || spoken))
        d.fixIsSafe = false;
    }
  }
}

std::string edited(std::string_view text, std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, {}, [](const Edit& e) { return e.range.begin; });
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    out.append(text.substr(at, edit.range.begin - at)).append(edit.replacement);
    at = edit.range.end;
  }
  return out.append(text.substr(at));
}

std::vector<ChangedLines> changedLines(std::string_view text, std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, {}, [](const Edit& e) { return e.range.begin; });
  std::vector<ChangedLines> all;
  std::size_t line = 1;
  std::size_t seen = 0;
  for (std::size_t first = 0; first < edits.size();) {
    const std::size_t at = edits[first].range.begin;
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    std::size_t end = std::min(text.find('\n', edits[first].range.end), text.size());
    std::vector<Edit> here;
    for (; first < edits.size() && edits[first].range.begin <= end; ++first) {
      here.push_back(
          {{edits[first].range.begin - begin, edits[first].range.end - begin}, edits[first].replacement});
      end = std::max(end, std::min(text.find('\n', edits[first].range.end), text.size()));
    }
    line += static_cast<std::size_t>(std::ranges::count(text.substr(seen, begin - seen), '\n'));
    seen = begin;
    const std::string_view words = text.substr(begin, end - begin);
    all.push_back({line, std::string(words), edited(words, std::move(here))});
  }
  return all;
}

Fixed withSafeFixes(std::string_view text, const Diagnostics& diagnostics) {
  Fixed fixed;
  std::vector<Edit> edits;
  for (const Diagnostic& d : diagnostics) {
    if (d.fix.empty() || !d.fixIsSafe || touchesAny(d, edits))
      continue;
    edits.insert(edits.end(), d.fix.begin(), d.fix.end());
    fixed.made.push_back(&d);
  }
  fixed.text = edited(text, std::move(edits));
  return fixed;
}

} // namespace stasis::language
