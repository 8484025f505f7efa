#include "drafting/slight_deed.h"

#include "evidence/reading/word_list.h"

#include <unordered_set>

namespace stasis::drafting {

bool isSlight(const Deed& deed) {
  static const auto deeds = [] {
    std::unordered_set<std::string> all;
    for (const auto& entry : evidence::wordList("slight_deeds"))
      all.emplace(entry.words);
    return all;
  }();
  return deeds.contains(deed.verb) || deeds.contains(deed.verb + ' ' + deed.object);
}

} // namespace stasis::drafting
