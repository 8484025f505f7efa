#include "language/resolving/lookalike_names.h"

#include "language/lexing/any_script.h"
#include "language/parsing/token_stream.h"

#include <algorithm>
#include <map>
#include <set>

namespace stasis::language {

namespace {

using syntax::Words;

/// Every name that the file declares, in its order.
std::vector<Words> declaredNames(const syntax::File& file) {
  std::vector<Words> all;
  const auto add = [&](Words name) {
    if (!name.empty())
      all.push_back(name);
  };
  for (const auto& source : file.sources)
    add(source.name);
  for (const auto& party : file.parties) {
    add(party.name);
    for (const auto& member : party.members)
      add(member.name);
    for (const auto& option : party.options)
      add(option.name);
  }
  for (const auto& define : file.defines)
    add(define.name);
  for (const auto& state : file.listed)
    add(state.name);
  for (const auto& state : file.named)
    add(state.name);
  return all;
}

bool isPlain(Words name) {
  return std::ranges::all_of(name, [](char c) { return (c & 0x80) == 0; });
}

} // namespace

void warnOfLookalikes(const syntax::File& file, const Names& names) {
  const auto declared = declaredNames(file);
  if (std::ranges::all_of(declared, isPlain) || !knowsAnyScript())
    return;
  std::map<std::string, Words> first; // by what it looks like
  std::set<Words> told;
  for (const Words name : declared) {
    const auto [before, isNew] = first.emplace(skeletonOf(name), name);
    if (!isNew && before->second != name && !(isPlain(name) && isPlain(before->second)) &&
        told.insert(name).second) {
      auto& d = names.warning(
          "S0216", name, inMarks(name) + " looks like " + inMarks(before->second) + " and is another name");
      d.note = "the other is on line " + std::to_string(names.lineOf(before->second));
      d.related.push_back({names.rangeOf(before->second), "the other"});
      d.help = "write both in the letters of one script, or give one of them another name";
    } else if (const std::string why = oddityOf(name); !why.empty() && told.insert(name).second) {
      names.warning("S0216", name, inMarks(name) + ' ' + why).help =
          "readers cannot tell it from the same name in the letters of one script";
    }
  }
}

} // namespace stasis::language
