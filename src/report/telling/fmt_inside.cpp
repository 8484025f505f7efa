// The one function of fmt that other files call, `vformat`, compiled here once; so no library of fmt is
// linked.
#define FMT_HEADER_ONLY 1

#include <fmt/format.h>

#include <string>

namespace stasis::report {

/// Taking the address writes the function down for all.
extern std::string (*const formattedByFmt)(fmt::string_view, fmt::format_args);
std::string (*const formattedByFmt)(fmt::string_view, fmt::format_args) = &fmt::vformat;

} // namespace stasis::report
