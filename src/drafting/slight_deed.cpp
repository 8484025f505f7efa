#include "drafting/slight_deed.h"

#include "evidence/reading/word_list.h"

#include <unordered_map>

namespace stasis::drafting {

bool isSlight(const Deed& deed) {
  static const auto deeds = [] {
    std::unordered_map<std::string, bool> all; // true: only without an object
    for (const auto& entry : evidence::wordList("slight_deeds"))
      all.emplace(entry.words, entry.value == "alone");
    return all;
  }();
  if ((deed.verb == "respond" || deed.verb == "react") && deed.object == "kind")
    return false; // in kind: with the same
  const auto verb = deeds.find(deed.verb);
  const bool alone = deed.object.empty() && !deed.pronoun;
  return (verb != deeds.end() && (alone || !verb->second)) || deeds.contains(deed.verb + ' ' + deed.object);
}

} // namespace stasis::drafting
