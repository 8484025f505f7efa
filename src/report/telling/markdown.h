#pragma once

// Markdown that shows names as they are, whatever signs are in them.

#include <string>
#include <string_view>
#include <vector>

namespace stasis::report {

std::string markdownText(std::string_view text);
/// One row of a table; the cells are Markdown already.
std::string markdownRow(const std::vector<std::string>& cells);
/// The head of a table: its titles and the line below.
std::string markdownHead(const std::vector<std::string>& titles);

} // namespace stasis::report
