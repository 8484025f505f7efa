#pragma once

// The signs of Markdown (CommonMark 0.30, and what converters add) in running text: where links, emphasis and
// struck-out words begin and end. O(1) a place; closing signs are looked for within a bound.

#include <cstddef>
#include <string_view>

namespace stasis::evidence {

/// What stands at a place: `sign` bytes are no words; of a link, its target begins at `then` and is no words
/// either, `thenLength` bytes.
struct MarkdownSign {
  std::size_t sign = 0;
  std::size_t then = 0;
  std::size_t thenLength = 0;
};

/// `text` is one paragraph.
MarkdownSign markdownSign(std::string_view text, std::size_t at);

/// The bytes of an entity (`&ldquo;`, `&#8217;`) at a place, 0 if there is none.
std::size_t entityLength(std::string_view text, std::size_t at);

/// What an entity stands for, in UTF-8; itself if it stands for nothing.
std::string_view entityWords(std::string_view entity);

} // namespace stasis::evidence
