#include "report/telling/look.h"

namespace stasis::report {

namespace {

std::string_view escape(Tone tone) {
  switch (tone) {
  case Tone::plain: return "";
  case Tone::strong: return "\x1b[1m";
  case Tone::faint: return "\x1b[2m";
  case Tone::good: return "\x1b[32m";
  case Tone::bad: return "\x1b[1;31m";
  case Tone::warn: return "\x1b[1;33m";
  case Tone::accent: return "\x1b[36m";
  }
  return "";
}

} // namespace

std::string Look::paint(Tone tone, std::string_view text) const {
  if (!colour || tone == Tone::plain || text.empty())
    return std::string(text);
  return std::string(escape(tone)).append(text).append("\x1b[0m");
}

} // namespace stasis::report
