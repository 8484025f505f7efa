#include "evidence/text/plain_layout.h"

#include "evidence/text/line_joins.h"
#include "evidence/text/lines.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

class PlainLayout {
public:
  explicit PlainLayout(std::string_view text) : text_(text), lines_(linesOf(text)), joins_(text, lines_) {}

  Paragraphs run() {
    for (std::size_t begin = 0; begin < lines_.size();) {
      if (!isProse(begin)) {
        skip(begin++);
        continue;
      }
      std::size_t end = begin + 1;
      while (end < lines_.size() && isProse(end) && lines_[end].depth == lines_[begin].depth &&
             !lines_[end].pageBegins)
        ++end;
      block(begin, end);
      begin = end;
    }
    return out_.take();
  }

private:
  bool isProse(std::size_t i) const { return lines_[i].kind == LineKind::words; }

  std::string_view words(std::size_t i) const {
    return text_.substr(lines_[i].words.begin, lines_[i].words.end - lines_[i].words.begin);
  }

  void skip(std::size_t i) {
    if (lines_[i].kind == LineKind::heading) {
      out_.paragraph(ParagraphKind::heading);
      out_.copy(words(i), lines_[i].words.begin);
      out_.paragraph();
      last_ = std::nullopt;
    } else if (lines_[i].kind == LineKind::rule) {
      out_.paragraph();
      last_ = std::nullopt;
    }
  }

  /// Consecutive lines without a blank one between them.
  void block(std::size_t begin, std::size_t end) {
    const bool goesOn = last_ && joins_.acrossBlocks(*last_, begin);
    if (!goesOn)
      enterBlock(begin, end);
    joins_.enter(begin, end);
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin && !joins_.goesOn(i - 1, i))
        start(i);
      else if (i > begin || goesOn)
        join(i > begin ? i - 1 : *last_, i);
      write(i);
    }
    last_ = end - 1;
  }

  /// A block of quoted words begins, continues or ends; or a paragraph begins.
  void enterBlock(std::size_t begin, std::size_t end) {
    if (quoted_ && (lines_[begin].bullet || !isDeeper(begin, end, *quoted_))) {
      out_.closeQuoted();
      quoted_ = std::nullopt;
    }
    if (!quoted_ && last_ && !lines_[begin].bullet && text_[lines_[*last_].words.end - 1] == ':' &&
        isDeeper(begin, end, *last_)) {
      quoted_ = last_;
      out_.openQuoted();
    } else {
      start(begin);
    }
  }

  void start(std::size_t i) {
    out_.paragraph(lines_[i].labelled    ? ParagraphKind::label
                   : lines_[i].bullet    ? ParagraphKind::item
                   : lines_[i].depth > 0 ? ParagraphKind::cited
                                         : ParagraphKind::body);
    cut_ = false;
  }

  /// Whether it is indented, or quoted mail, compared with a line.
  bool isDeeper(std::size_t begin, std::size_t end, std::size_t below) const {
    const Line& above = lines_[below];
    return lines_[begin].depth > above.depth ||
           std::all_of(lines_.begin() + static_cast<std::ptrdiff_t>(begin),
                       lines_.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const Line& l) { return l.indent >= above.indent + 2; });
  }

  /// Writes a space, or nothing if a word was cut.
  void join(std::size_t i, std::size_t next) {
    if (cut_)
      cut_ = false;
    else
      out_.space({lines_[i].words.end, lines_[next].words.begin});
  }

  void write(std::size_t i) {
    std::string_view shown = words(i);
    const std::size_t from = writeLabel(i);
    const CutWord cut = i + 1 < lines_.size() ? joins_.cutWord(i) : CutWord{};
    cut_ = cut.isCut;
    shown.remove_suffix(cut.marks);
    shown.remove_prefix(std::min(from, shown.size()));
    out_.copy(shown, lines_[i].words.begin + from);
  }

  /// Adds a colon to a label without one. Returns where the words after it begin.
  std::size_t writeLabel(std::size_t i) {
    const Line& line = lines_[i];
    if (line.bareLabel == 0)
      return 0;
    const std::size_t end = line.words.begin + line.bareLabel;
    out_.copy(words(i).substr(0, line.bareLabel), line.words.begin);
    out_.put(":", {end, end});
    out_.space({end, line.words.begin + line.behindLabel});
    return line.behindLabel;
  }

  std::string_view text_;
  std::vector<Line> lines_;
  LineJoins joins_;
  ParagraphWriter out_;
  std::optional<std::size_t> last_;   ///< the last line of the block before
  bool cut_ = false;                  ///< the last word continues in the next line
  std::optional<std::size_t> quoted_; ///< the line above the current quoted blocks
};

} // namespace

Paragraphs layOut(std::string_view text) { return PlainLayout(text).run(); }

} // namespace stasis::evidence
