#pragma once

// A text as paragraphs, written piece by piece by the code that reads a layout (tags of a page, lines of a
// plain text). White space between words becomes one space. A soft break (a line end in running text) becomes
// a space if the sentence goes on, and ends the paragraph if it does not. A block below "X said:" is joined
// to it and gets the quotation marks that print leaves out there; these stand for no byte of the file.
// Without a block, the next paragraph is joined.
//
// Linear. Tested by the layouts that use it.

#include "evidence/text/clean_text.h"

#include <vector>

namespace stasis::evidence {

enum class ParagraphKind : std::uint8_t {
  body,
  heading,
  item,
  label,   ///< a speaker's label stands before it, whatever it looks like
  foreign, ///< in another language than English
  cited,   ///< quoted mail, after `> `
};

/// `text` has a line break between any two paragraphs and nowhere else; `kinds` has one for each paragraph.
struct Paragraphs {
  CleanText text;
  std::vector<ParagraphKind> kinds;
};

class ParagraphWriter {
public:
  /// Begins a new paragraph of this kind, unless the current one is empty.
  void paragraph(ParagraphKind kind = ParagraphKind::body);
  /// A space before the next word, made of these bytes.
  void space(model::Range from);
  /// A line end in running text.
  void softBreak(model::Range from);
  /// Copies words with the white space in them; line ends become spaces.
  void copy(std::string_view words, std::size_t from);
  /// Words that stand for a range.
  void put(std::string_view words, model::Range from);
  /// A block of quoted words begins or ends. Below a paragraph that ends in a colon, the paragraphs of the
  /// block get quotation marks.
  void openQuoted();
  void closeQuoted();
  /// Continues the last paragraph, with these words in between: for words below a label.
  void joinLast(std::string_view between);

  /// Cancels a join for which nothing was written.
  void noJoin();

  /// The words of the current paragraph so far; empty if there are none.
  std::string_view current() const;
  /// The paragraph before the current one; empty if there is none.
  std::string_view last() const;
  Paragraphs take();

private:
  void write(std::string_view words, std::size_t from);
  void begin(std::string_view words, std::size_t at);
  void ready(std::string_view words, std::size_t at);

  Paragraphs made_;
  ParagraphKind kind_ = ParagraphKind::body;
  std::size_t start_ = 0;     ///< of the current paragraph
  std::size_t lastStart_ = 0; ///< of the one before
  std::size_t lastEnd_ = 0;
  bool inside_ = false;
  bool space_ = false;
  bool softBreak_ = false;
  model::Range gap_;
  bool quoted_ = false;     ///< in a block whose paragraphs get marks
  bool joining_ = false;    ///< the next paragraph is joined to the one before
  bool marked_ = false;     ///< the current paragraph got an opening mark
  std::size_t markEnd_ = 0; ///< where the last one with a mark ends, in the file
};

/// True if the words end like `said:` or `in a statement:`, so that what stands below is what was said.
bool introducesSpeech(std::string_view words);

bool startsWithQuotationMark(std::string_view words);

/// True if the words end in a full stop or the like, perhaps before closing marks.
bool endsSentence(std::string_view words);

/// True if a line of running text continues in the next one, judged by the words on both sides of the line
/// end.
bool goesOn(std::string_view before, char next);

} // namespace stasis::evidence
