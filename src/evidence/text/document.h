#pragma once

// A text to read: clean paragraphs of prose, and for every byte of them the bytes of the file. The bytes of a
// file are decoded (decode.h); a page loses its tags (page.h), a plain text its line ends (plain_layout.h)
// and captions their times (captions.h); then marks of print go (print_marks.h). Later rules only see words;
// what they find is traced back.
//
// Linear; memory a small multiple of the file. Works on any bytes: if they cannot be read, there is a problem
// and no text. Tested through each step, on files of every converter, and by fuzzing.

#include "evidence/text/decode.h"
#include "evidence/text/page.h"
#include "evidence/text/paragraphs.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

/// A longer text is not one report: a message says that it is several, and it is not read. This limits the
/// memory (about 75 bytes a byte).
inline constexpr std::size_t longestText = std::size_t{32} << 20U;

/// A part of a file that is a text of its own: a message of a mailbox, an item of a feed.
struct FilePart {
  std::vector<CleanText> stages; ///< from the file's bytes to those of the part; none: the file itself
  std::string charset;           ///< declared by the part; empty: it declares none
  std::optional<std::string> date;
  std::optional<std::string> title;
  std::string sender; ///< of a mail, by its header; empty: nobody
};

class Document {
public:
  /// Keeps a view of `bytes`, the whole file.
  explicit Document(std::string_view bytes, FilePart part = {});
  Document(const Document&) = delete; // stages hold views of each other
  Document& operator=(const Document&) = delete;

  /// One line for each paragraph, in UTF-8.
  const std::string& text() const { return clean_.text.text(); }
  /// The bytes of the file from which a range of text() came.
  model::Range original(model::Range range) const;
  /// The kind of the paragraph around a byte of text().
  ParagraphKind kindAt(std::size_t at) const;

  /// The words of a citation: the bytes of the file if it is plain text in UTF-8, else the words of text().
  std::string_view cited(model::Range range) const;
  std::string_view words(model::Range range) const {
    return std::string_view(text()).substr(range.begin, range.end - range.begin);
  }

  const std::string& encoding() const { return encoding_; }
  /// The language of most of the text: `en`.
  const std::string& language() const { return language_; }
  const PageFacts& facts() const { return facts_; }
  /// Who sent it by mail, by the header; empty: it is no mail.
  const std::string& sender() const { return sender_; }
  /// What the user should know, such as how the encoding was found.
  const std::vector<std::string>& notes() const { return notes_; }
  /// Why there is no text; empty if there is.
  const std::string& problem() const { return problem_; }

private:
  void decodeBytes(std::string_view bytes, const std::string& charset);
  void layOutText(std::string_view text);
  void findLanguages();
  std::string_view lastStage() const {
    return stages_.empty() ? bytes_ : std::string_view(stages_.back().text());
  }

  std::string_view bytes_;
  std::vector<CleanText> stages_; ///< from the bytes to the decoded text
  Paragraphs laidOut_;
  Paragraphs clean_;
  std::vector<std::size_t> starts_; ///< of the paragraphs
  bool isPage_ = false;
  std::string encoding_;
  std::string language_ = "en";
  PageFacts facts_;
  std::string sender_;
  std::vector<std::string> notes_;
  std::string problem_;
};

} // namespace stasis::evidence
