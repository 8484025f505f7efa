#pragma once

// A source as citations see it. Words are looked for in the texts as they are read (text/document.h: without
// tags, with words whole that a line end cut) and, if they are not there, in the bytes as they are. So
// whatever `read` reports of a file is found in it, and whatever a reader copies out of it is as well.
//
// Linear in the source for each look. Tested with every statement of every report of the tests.

#include "evidence/passage.h"
#include "evidence/text/document.h"

#include <memory>
#include <vector>

namespace stasis::evidence {

class CitableText {
public:
  /// Keeps a view of `bytes`.
  explicit CitableText(std::string_view bytes);

  /// Found ranges are bytes of the source.
  Search find(const Quotation& quotation) const;

  struct Near {
    model::Range range; ///< bytes of the source
    std::string_view words;
  };
  /// Of the part of the source that has one.
  std::optional<Near> nearest(std::string_view piece) const;

  /// Why nothing can be found in it; empty: it can.
  const std::string& problem() const { return problem_; }

private:
  struct Part {
    Part(std::string_view bytes, FilePart part) : document(bytes, std::move(part)), words(document.text()) {}

    Document document;
    NormalText words;
  };

  std::vector<std::unique_ptr<Part>> parts_;
  NormalText asIs_;
  std::string problem_;
};

} // namespace stasis::evidence
