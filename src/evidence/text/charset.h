#pragma once

// The encoding of a text, by its own declaration and by its bytes.

#include <optional>
#include <string>
#include <string_view>

namespace stasis::evidence {

/// `<meta charset=…>`, `<?xml encoding=…?>` in the first bytes of a page.
std::optional<std::string> declaredCharset(std::string_view bytes);

/// Judged by the bytes; none if no encoding is likely.
std::optional<std::string> likelyCharset(std::string_view bytes);

/// The encoding that the Web standard means by the name: Latin-1 and ASCII are Windows-1252.
std::string meantCharset(std::string_view name);

} // namespace stasis::evidence
