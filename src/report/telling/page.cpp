#include "report/telling/page.h"

#include "report/telling/printable.h"

#include <algorithm>

namespace stasis::report {

namespace {

/// The length in bytes of the escape sequence that begins here; 0 if there is none.
std::size_t escapeLength(std::string_view text) {
  if (!text.starts_with("\x1b["))
    return 0;
  const std::size_t end = text.find('m');
  return end == std::string_view::npos ? 0 : end + 1;
}

std::size_t charLength(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
    ++length;
  return length;
}

/// Cuts one line into lines that fit.
class LineCutter {
public:
  LineCutter(std::string_view line, std::size_t columns) : line_(line), columns_(columns) {
    indent_ = std::min(line.find_first_not_of(' '), line.size());
    indent_ = std::min(indent_ + 2, columns / 2);
  }

  std::string cut() {
    for (std::size_t i = 0; i < line_.size();) {
      if (const std::size_t escape = escapeLength(line_.substr(i))) {
        out_ += line_.substr(i, escape);
        i += escape;
        continue;
      }
      const std::size_t length = charLength(line_.substr(i));
      put(line_.substr(i, length));
      i += length;
    }
    return std::move(out_);
  }

private:
  void put(std::string_view character) {
    const std::size_t wide = width(character);
    if (full_ && character != " ") {
      full_ = false;
      newLine();
    }
    if (used_ + wide > columns_ && character == " ") { // the space ends the line
      full_ = true;
      space_ = std::string::npos;
      return;
    }
    if (used_ + wide > columns_)
      newLine();
    if (character == " " && used_ == indent_ && broken_)
      return;
    if (character == " " && used_ > 0 && out_.find_first_not_of(' ', begin_) != std::string::npos)
      space_ = out_.size();
    out_ += character;
    used_ += wide;
  }

  /// Continues below from the last space, if there is one after the line's first word.
  void newLine() {
    std::string rest;
    if (space_ != std::string::npos) {
      rest = out_.substr(space_ + 1);
      if (indent_ + visible(rest) + 2 <= columns_)
        out_.resize(space_);
      else // a word nearly as long as the line is cut
        rest.clear();
    }
    while (!out_.empty() && out_.back() == ' ')
      out_.pop_back();
    out_ += '\n';
    begin_ = out_.size();
    out_.append(indent_, ' ').append(rest);
    used_ = indent_ + visible(rest);
    space_ = std::string::npos;
    broken_ = true;
  }

  static std::size_t visible(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t escape = escapeLength(text.substr(i));
      const std::size_t length = escape != 0 ? escape : charLength(text.substr(i));
      columns += escape != 0 ? 0 : width(text.substr(i, length));
      i += length;
    }
    return columns;
  }

  std::string_view line_;
  std::size_t columns_;
  std::size_t indent_ = 0;
  std::string out_;
  std::size_t begin_ = 0; ///< of the current line
  std::size_t used_ = 0;  ///< its columns
  std::size_t space_ = std::string::npos;
  bool broken_ = false;
  bool full_ = false; ///< the line is full and ended with a space
};

} // namespace

std::string onPage(std::string_view text, const Look& look) {
  const std::size_t columns = std::max<std::size_t>(look.width, 20);
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const bool coloured = line.find('\x1b') != std::string_view::npos;
    if (line.size() <= columns || (!coloured && width(line) <= columns)) // none takes more columns than bytes
      out += line;
    else
      out += LineCutter(line, columns).cut();
    if (end < text.size())
      out += '\n';
    begin = end + 1;
  }
  return out;
}

} // namespace stasis::report
