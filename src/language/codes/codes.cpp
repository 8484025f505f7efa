#include "language/codes/codes.h"

#include <algorithm>

namespace stasis::language {

namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::vector<Code> joined() {
  std::vector<Code> all;
  for (const auto group : {textCodes(), nameCodes(), structureCodes(), preferenceCodes(), evidenceCodes(),
                           feasibilityCodes(), exchangeCodes()})
    all.insert(all.end(), group.begin(), group.end());
  return all;
}

std::string indented(std::string_view lines) {
  std::string out;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    out += "    " + std::string(lines.substr(0, end)) + '\n';
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return out;
}

} // namespace

const std::vector<Code>& codes() {
  static const std::vector<Code> all = joined();
  return all;
}

const Code* findCode(std::string_view code) {
  const auto same = [&](const Code& row) { return std::ranges::equal(row.code, code, {}, upper, upper); };
  const auto found = std::ranges::find_if(codes(), same);
  return found == codes().end() ? nullptr : &*found;
}

std::string explain(const Code& code) {
  std::string text = std::string(code.explanation) + '\n';
  if (!code.wrong.empty())
    text += "\nFor example\n\n" + indented(code.wrong);
  if (!code.mended.empty())
    text += "\nMended\n\n" + indented(code.mended);
  return text;
}

} // namespace stasis::language
