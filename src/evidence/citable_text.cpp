#include "evidence/citable_text.h"

#include "evidence/text/file_parts.h"

namespace stasis::evidence {

CitableText::CitableText(std::string_view bytes) : asIs_(bytes) {
  for (FilePart& part : partsOf(bytes).parts) {
    parts_.push_back(std::make_unique<Part>(bytes, std::move(part)));
    if (problem_.empty() && bytes.find('\0') != std::string_view::npos)
      problem_ = parts_.back()->document.problem();
  }
}

Search CitableText::find(const Quotation& quotation) const {
  for (const auto& part : parts_)
    if (const Search search = evidence::find(quotation, part->words); search.found)
      return {part->document.original(*search.found), 0};
  return evidence::find(quotation, asIs_);
}

std::optional<CitableText::Near> CitableText::nearest(std::string_view piece) const {
  for (const auto& part : parts_)
    if (const auto passage = evidence::nearest(piece, part->words))
      return Near{part->document.original(*passage), part->document.words(*passage)};
  return std::nullopt;
}

} // namespace stasis::evidence
