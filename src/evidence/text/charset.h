#pragma once

// Which encoding a text is in, by what it says and by what it looks like.

#include <optional>
#include <string>
#include <string_view>

namespace stasis::evidence {

/// `<meta charset=…>`, `<?xml encoding=…?>` in the first bytes of a page.
std::optional<std::string> declaredCharset(std::string_view bytes);

/// By the bytes; none where nothing is likely.
std::optional<std::string> likelyCharset(std::string_view bytes);

/// As the standard of the web means it: a text called Latin-1 or ASCII is Windows-1252.
std::string meantCharset(std::string_view name);

} // namespace stasis::evidence
