#pragma once

// What the elements of a page mean to a reader: which hold no prose, which begin a paragraph, which are
// hidden. O(attributes) for each element.

#include <gumbo.h>

#include <optional>
#include <string_view>

namespace stasis::evidence {

/// The value of an attribute; none if the element does not have it.
std::optional<std::string_view> attribute(const GumboElement& element, const char* name);

/// Menus, scripts, captions, struck-out words and hidden parts: no reader takes them for the report.
bool isLeftOut(const GumboElement& element);

/// `<p>`, `<div>`, `<td>`: words before, in and after it are in different paragraphs.
bool isBlock(GumboTag tag);

bool isHeading(GumboTag tag);

/// `<sup>12</sup>`, `<sup><a>[a]</a></sup>`: the mark of a note, not `<sup>th</sup>`.
bool isNoteMark(const GumboNode& sup);

} // namespace stasis::evidence
