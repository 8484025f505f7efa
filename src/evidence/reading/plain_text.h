#pragma once

// A report without its markup. Plain text is passed on as it is; of HTML the tags go, blocks become
// paragraphs, entities their characters, and what is no prose (scripts, styles, menus, forms, asides,
// footers) goes as a whole. Every range can be led back to the bytes of the file.
//
// Linear: an element that is never closed is looked for once. Memory: the text, and a run for each tag and
// entity.

#include "model/range.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

class PlainText {
public:
  /// Keeps a view of `report`.
  explicit PlainText(std::string_view report);

  std::string_view text() const { return isMarkup_ ? std::string_view(reduced_) : report_; }
  bool isMarkup() const { return isMarkup_; }
  /// The bytes of the report that a range of text() came from.
  model::Range original(model::Range range) const;

private:
  /// A stretch of the reduced text and the stretch of the report it stands for: of the same length where it
  /// was copied, else one thing (a tag, an entity).
  struct Run {
    std::size_t at = 0;
    model::Range from;
    bool copied = true;
  };

  void reduce();
  std::size_t takeTag(std::size_t at);
  std::size_t takeEntity(std::size_t at);
  void copy(model::Range from);
  void put(std::string_view text, model::Range from);

  std::string_view report_;
  bool isMarkup_ = false;
  std::string reduced_;
  std::vector<Run> runs_;
  std::vector<std::string> neverClosed_;
};

} // namespace stasis::evidence
