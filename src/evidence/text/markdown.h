#pragma once

// The signs of Markdown (CommonMark 0.30, and what converters add) in running text: where links, emphasis and
// struck-out words begin and end. O(1) for each place; closing signs are searched within a limit.

#include <cstddef>
#include <string_view>

namespace stasis::evidence {

/// A sign at a place: `sign` bytes are not words. For a link, the `thenLength` bytes of its target from
/// `then` on are not words either.
struct MarkdownSign {
  std::size_t sign = 0;
  std::size_t then = 0;
  std::size_t thenLength = 0;
};

/// `text` is one paragraph.
MarkdownSign markdownSign(std::string_view text, std::size_t at);

/// The length of an entity (`&ldquo;`, `&#8217;`) at a place; 0 if there is none.
std::size_t entityLength(std::string_view text, std::size_t at);

/// The characters of an entity, in UTF-8; the entity itself if it has no meaning.
std::string_view entityWords(std::string_view entity);

} // namespace stasis::evidence
