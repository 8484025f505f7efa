#pragma once

// A text as paragraphs, written piece by piece by whoever reads a layout (tags of a page, lines of a plain
// text). White space between words is one space; a soft break (a line end in running text) is a space where
// the sentence goes on and the end of a paragraph where it does not. What stands in a block below "X said:"
// is joined to it and gets the quotation marks that print leaves out there: they stand for no byte of the
// file. Without a block that is the next paragraph.
//
// Linear. Tested by the layouts that use it.

#include "evidence/text/clean_text.h"

#include <vector>

namespace stasis::evidence {

enum class ParagraphKind : std::uint8_t {
  body,
  heading,
  item,
  label,   ///< a label of speech stands in front, whatever it looks like
  foreign, ///< in another language than English
  cited,   ///< of quoted mail, behind `> `
};

/// `text` has a line break between any two paragraphs and nowhere else; `kinds` has one for each paragraph.
struct Paragraphs {
  CleanText text;
  std::vector<ParagraphKind> kinds;
};

class ParagraphWriter {
public:
  /// What follows is a new paragraph of this kind; nothing happens while the present one is empty.
  void paragraph(ParagraphKind kind = ParagraphKind::body);
  /// A space before the next word, made of these bytes.
  void space(model::Range from);
  /// A line end in running text.
  void softBreak(model::Range from);
  /// Words as they stand, white space in them included; line ends are spaces.
  void copy(std::string_view words, std::size_t from);
  /// Words that stand for a range.
  void put(std::string_view words, model::Range from);
  /// A block of quoted words begins or ends. Below a paragraph that ends in a colon its paragraphs get marks.
  void openQuoted();
  void closeQuoted();
  /// The paragraph before goes on, with these words between: the words below a label.
  void joinLast(std::string_view between);

  /// What was to be joined is not, where nothing was written.
  void noJoin();

  /// The words of the present paragraph so far; empty where it has none.
  std::string_view current() const;
  /// The paragraph before the present one; empty where there is none.
  std::string_view last() const;
  Paragraphs take();

private:
  void write(std::string_view words, std::size_t from);
  void begin(std::string_view words, std::size_t at);
  void ready(std::string_view words, std::size_t at);

  Paragraphs made_;
  ParagraphKind kind_ = ParagraphKind::body;
  std::size_t start_ = 0;     ///< of the present paragraph
  std::size_t lastStart_ = 0; ///< of the one before
  std::size_t lastEnd_ = 0;
  bool inside_ = false;
  bool space_ = false;
  bool softBreak_ = false;
  model::Range gap_;
  bool quoted_ = false;     ///< in a block whose paragraphs get marks
  bool joining_ = false;    ///< the next paragraph is joined to the one before
  bool marked_ = false;     ///< the present paragraph got an opening mark
  std::size_t markEnd_ = 0; ///< where the last one with a mark ends, in the file
};

/// True of words that end like `said:` or `in a statement:`, so that what stands below is what was said.
bool introducesSpeech(std::string_view words);

bool startsWithQuotationMark(std::string_view words);

/// True of words that end in a full stop or its kin, behind closing marks.
bool endsSentence(std::string_view words);

/// True where a line of running text goes on in the next one, by the words on both sides of its end.
bool goesOn(std::string_view before, char next);

} // namespace stasis::evidence
