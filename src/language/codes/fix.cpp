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

std::vector<ChangedLines> changedLines(std::string_view text, std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, {}, [](const Edit& e) { return e.range.begin; });
  std::vector<ChangedLines> all;
  std::size_t line = 1;
  std::size_t seen = 0;
  for (std::size_t first = 0; first < edits.size();) {
    const std::size_t at = edits[first].range.begin;
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    std::size_t end = std::min(text.find('\n', edits[first].range.end), text.size());
    std::vector<Edit> here;
    for (; first < edits.size() && edits[first].range.begin <= end; ++first) {
      here.push_back(
          {{edits[first].range.begin - begin, edits[first].range.end - begin}, edits[first].replacement});
      end = std::max(end, std::min(text.find('\n', edits[first].range.end), text.size()));
    }
    line += static_cast<std::size_t>(std::ranges::count(text.substr(seen, begin - seen), '\n'));
    seen = begin;
    const std::string_view words = text.substr(begin, end - begin);
    all.push_back({line, std::string(words), edited(words, std::move(here))});
  }
  return all;
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
