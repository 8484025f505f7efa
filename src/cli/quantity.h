#pragma once

// Quantities as people write them on a command line: `90`, `1.5s`, `250ms`, `2min` for a time, `2G`, `512MiB`
// for memory. None if the text is not one.

#include <cstdint>
#include <optional>
#include <string_view>

namespace stasis::cli {

/// In milliseconds; a bare number means seconds.
std::optional<std::uint64_t> durationOf(std::string_view text);
/// In bytes; K, M, G are powers of 1024, with or without `B` or `iB`.
std::optional<std::uint64_t> bytesOf(std::string_view text);

} // namespace stasis::cli
