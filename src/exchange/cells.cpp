#include "exchange/cells.h"

#include "language/lexing/utf8.h"
#include "model/lower_case.h"
#include "model/trimmed.h"

#include <algorithm>
#include <array>

namespace stasis::exchange {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The separator that occurs most often in the line, outside quotes.
char separatorOf(std::string_view line) {
  constexpr std::string_view candidates = ",;\t";
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    const auto which = candidates.find(c);
    if (which != std::string_view::npos && !quoted)
      ++counts[which];
  }
  return candidates[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

bool isText(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const auto c = language::codePointAt(bytes, i);
    if (!c.valid || c.value == 0)
      return false;
    i += c.length;
  }
  return true;
}

class Reader {
public:
  Reader(std::string_view text, language::Problems& problems) : text_(text), problems_(problems) {}

  std::optional<Cells> run() {
    at_ = text_.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    firstLine();
    while (at_ < text_.size())
      if (!row())
        return std::nullopt;
    return std::move(cells_);
  }

private:
  std::string_view text_;
  language::Problems& problems_;
  Cells cells_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;

  void firstLine() {
    const auto end = std::min(text_.find_first_of("\r\n", at_), text_.size());
    const std::string_view line = text_.substr(at_, end - at_);
    if (line.size() == 5 && line.starts_with("sep=")) {
      cells_.separator = line[4];
      at_ = end;
      skipLineEnd();
      ++number_;
    } else {
      cells_.separator = separatorOf(line);
    }
  }

  void skipLineEnd() {
    if (at_ < text_.size() && text_[at_] == '\r')
      ++at_;
    if (at_ < text_.size() && text_[at_] == '\n')
      ++at_;
  }

  bool row() {
    ++number_;
    std::vector<Cell> cells;
    for (;;) {
      if (!cell(cells))
        return false;
      if (at_ == text_.size() || text_[at_] != cells_.separator)
        break;
      ++at_;
    }
    skipLineEnd();
    if (std::ranges::any_of(cells, [](const Cell& one) { return !one.text.empty(); })) {
      cells_.rows.push_back(std::move(cells));
      cells_.numbers.push_back(number_);
    }
    return true;
  }

  bool cell(std::vector<Cell>& cells) {
    const std::size_t begin = at_;
    std::size_t first = at_;
    while (first < text_.size() && text_[first] == ' ')
      ++first;
    if (first < text_.size() && text_[first] == '"')
      return quoted(first, cells);
    const std::string stops{cells_.separator, '\r', '\n'};
    at_ = std::min(text_.find_first_of(stops, at_), text_.size());
    cells.push_back({std::string(model::trimmed(text_.substr(begin, at_ - begin))), {begin, at_}});
    return true;
  }

  bool quoted(std::size_t begin, std::vector<Cell>& cells) {
    std::string words;
    for (at_ = begin + 1; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"' && (at_ + 1 == text_.size() || text_[at_ + 1] != '"'))
        break;
      if (text_[at_] == '"')
        ++at_;
      words += text_[at_];
    }
    if (at_ >= text_.size()) {
      problems_.error("S0716", {begin, begin + 1}, "the quote that begins here is never closed").help =
          "a quote inside a cell is written twice: `\"\"`";
      return false;
    }
    ++at_;
    const std::string stops{cells_.separator, '\r', '\n'};
    const auto end = std::min(text_.find_first_of(stops, at_), text_.size());
    words += text_.substr(at_, end - at_);
    at_ = end;
    cells.push_back({std::string(model::trimmed(words)), {begin, end}});
    return true;
  }
};

/// `02-Jan`, `Jan-26`, `1/2/2026`, `2026-01-02 00:00`, `1.2.2026`: only text with a month or with three
/// numbers.
bool isDate(std::string_view text) {
  constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                    "may",       "june",     "july",     "august",
                                                    "september", "october",  "november", "december"};
  std::size_t numbers = 0;
  std::size_t names = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    if (isDigit(text[i])) {
      while (end < text.size() && isDigit(text[end]))
        ++end;
      ++numbers;
      if (end - i > 4)
        return false;
    } else if (std::isalpha(static_cast<unsigned char>(text[i])) != 0) {
      while (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end])) != 0)
        ++end;
      const std::string word = model::lowerCase(text.substr(i, end - i));
      const auto named = [&](std::string_view month) { return month.starts_with(word); };
      if (word.size() < 3 || std::ranges::none_of(months, named))
        return false;
      ++names;
    } else {
      if (std::string_view("-/. :,").find(text[i]) == std::string_view::npos || i == 0)
        return false;
      end = i + 1;
    }
    i = end;
  }
  return (names == 1 && numbers >= 1) || (names == 0 && numbers >= 3) ||
         (numbers == 2 && names == 0 && text.find_first_of("-/") != std::string_view::npos);
}

bool isInPowersOfTen(std::string_view text) {
  const auto mark = text.find_first_of("eE");
  return mark != std::string_view::npos && mark > 0 && mark + 2 < text.size() &&
         (text[mark + 1] == '+' || text[mark + 1] == '-') &&
         std::ranges::all_of(text.substr(0, mark),
                             [](char c) { return isDigit(c) || c == '.' || c == ','; }) &&
         std::ranges::all_of(text.substr(mark + 2), isDigit);
}

} // namespace

std::string Cells::nameOf(std::size_t row, std::size_t column) const {
  std::string letters;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  return letters + std::to_string(numbers[row]);
}

std::optional<Cells> readCells(const language::SourceText& source, language::Problems& problems) {
  if (!isText(source.text())) {
    problems.error("S0716", {0, std::min<std::size_t>(1, source.text().size())}, "the file is not UTF-8 text")
        .help = "save it as CSV in UTF-8";
    return std::nullopt;
  }
  return Reader(source.text(), problems).run();
}

std::string_view damageOf(std::string_view cell) {
  if (cell.empty())
    return {};
  if (cell[0] == '=' || cell[0] == '@')
    return "a formula";
  if (cell.size() > 1 && cell[0] == '#')
    return "the error of a formula";
  if (isDate(cell))
    return "a date";
  if (isInPowersOfTen(cell))
    return "a long number cut short";
  if (cell.size() > 2 && cell[0] == '(' && cell.back() == ')' && isDigit(cell[1]))
    return "a negative number as accountants write it";
  return {};
}

std::string cellText(std::string_view words) {
  if (words.find_first_of(",;\t\"\r\n") == std::string_view::npos && words == model::trimmed(words))
    return std::string(words);
  std::string text = "\"";
  for (const char c : words)
    text += c == '"' ? "\"\"" : std::string(1, c);
  return text + '"';
}

} // namespace stasis::exchange
