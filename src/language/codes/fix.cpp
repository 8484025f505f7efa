#include "language/codes/fix.h"

#include <algorithm>

namespace stasis::language {

namespace {

bool touches(const Edit& a, const Edit& b) {
  return a.range.begin <= b.range.end && b.range.begin <= a.range.end;
}

bool touchesAny(const Diagnostic& d, const std::vector<Edit>& edits) {
  return std::ranges::any_of(d.fix, [&](const Edit& one) {
    return std::ranges::any_of(edits, [&](const Edit& other) { return touches(one, other); });
  });
}

} // namespace

std::string edited(std::string_view text, std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, {}, [](const Edit& e) { return e.range.begin; });
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    out.append(text.substr(at, edit.range.begin - at)).append(edit.replacement);
    at = edit.range.end;
  }
  return out.append(text.substr(at));
}

Fixed withSafeFixes(std::string_view text, const Diagnostics& diagnostics) {
  Fixed fixed;
  std::vector<Edit> edits;
  for (const Diagnostic& d : diagnostics) {
    if (d.fix.empty() || !d.fixIsSafe || touchesAny(d, edits))
      continue;
    edits.insert(edits.end(), d.fix.begin(), d.fix.end());
    fixed.made.push_back(&d);
  }
  fixed.text = edited(text, std::move(edits));
  return fixed;
}

} // namespace stasis::language
