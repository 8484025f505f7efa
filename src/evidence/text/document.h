#pragma once

// A text to read: clean paragraphs of prose, and for every byte of them the bytes of the file. The way of a
// file: its bytes are decoded (decode.h), a page loses its tags (page.h), a plain text its line ends
// (plain_layout.h) and captions their times (captions.h), and marks of print go (print_marks.h). Later rules
// see words alone; what they find is led back.
//
// Linear; memory a small multiple of the file. Whatever the bytes: what cannot be read has a problem and no
// text. Tested through each step, on files of every converter, and by fuzzing.

#include "evidence/text/decode.h"
#include "evidence/text/page.h"
#include "evidence/text/paragraphs.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

/// A longer text is no report: it is said to be several, and not read. Keeps memory bounded (about 75 bytes a
/// byte).
inline constexpr std::size_t longestText = std::size_t{32} << 20U;

/// A part of a file that is a text of its own: a message of a mailbox, an item of a feed.
struct FilePart {
  std::vector<CleanText> stages; ///< from the file's bytes to those of the part; none: the file as it is
  std::string charset;           ///< as the part says; empty: it does not
  std::optional<std::string> date;
  std::optional<std::string> title;
  std::string sender; ///< of a mail, as its header has him; empty: nobody
};

class Document {
public:
  /// Keeps a view of `bytes`, the whole file.
  explicit Document(std::string_view bytes, FilePart part = {});
  Document(const Document&) = delete; // stages hold views of each other
  Document& operator=(const Document&) = delete;

  /// One line a paragraph, in UTF-8.
  const std::string& text() const { return clean_.text.text(); }
  /// The bytes of the file that a range of text() came from.
  model::Range original(model::Range range) const;
  /// What the paragraph is in which a byte of text() stands.
  ParagraphKind kindAt(std::size_t at) const;

  /// The words of a citation: the bytes of the file as they stand where these are plain text in UTF-8, else
  /// the words of text().
  std::string_view cited(model::Range range) const;
  std::string_view words(model::Range range) const {
    return std::string_view(text()).substr(range.begin, range.end - range.begin);
  }

  bool isPage() const { return isPage_; }
  const std::string& encoding() const { return encoding_; }
  /// The language of most of it: `en`.
  const std::string& language() const { return language_; }
  const PageFacts& facts() const { return facts_; }
  /// Who sent it by mail, as the header has him; empty: it is no mail.
  const std::string& sender() const { return sender_; }
  /// What a reader should know, such as how the encoding was found out.
  const std::vector<std::string>& notes() const { return notes_; }
  /// Why there is no text; empty: there is.
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
