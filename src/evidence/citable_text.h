#pragma once

// A source as citations see it. Words are first looked for in the texts as `read` sees them (text/document.h:
// without tags, and with words whole that a line end had cut), then in the bytes of the file. So whatever
// `read` reports of a file is found in it, and so is whatever a reader copies out of it.
//
// Linear in the source for each search. Tested with every statement of every report of the tests.

#include "evidence/passage.h"
#include "evidence/text/document.h"

#include <memory>
#include <vector>

namespace stasis::evidence {

class CitableText {
public:
  /// Keeps a view of `bytes`.
  explicit CitableText(std::string_view bytes);

  /// The ranges found are bytes of the source.
  Search find(const Quotation& quotation) const;

  struct Near {
    model::Range range; ///< bytes of the source
    std::string_view words;
  };
  /// The nearest passage, from the first part of the source that has one.
  std::optional<Near> nearest(std::string_view piece) const;

  /// Why nothing can be found in it; empty if it can be searched.
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
