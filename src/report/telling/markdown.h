#pragma once

// Markdown that shows names unchanged, whatever characters they contain.

#include <string>
#include <string_view>
#include <vector>

namespace stasis::report {

std::string markdownText(std::string_view text);
/// One row of a table; the cells are already Markdown.
std::string markdownRow(const std::vector<std::string>& cells);
/// The head of a table: the titles and the line below them.
std::string markdownHead(const std::vector<std::string>& titles);

} // namespace stasis::report
