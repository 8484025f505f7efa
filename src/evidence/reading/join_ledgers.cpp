#include "evidence/reading/join_ledgers.h"

#include "evidence/reading/lexicon.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <unordered_map>

namespace stasis::evidence {

namespace {

std::vector<std::string> wordsOf(const std::string& name) {
  std::istringstream stream(lowerCase(name));
  std::vector<std::string> words;
  for (std::string word; stream >> word;)
    words.push_back(word);
  return words;
}

bool holds(const std::vector<std::string>& longer, const std::vector<std::string>& words) {
  return std::ranges::all_of(
      words, [&](const std::string& w) { return std::ranges::find(longer, w) != longer.end(); });
}

/// For every name, the fullest one of the same person.
class FullestNames {
public:
  explicit FullestNames(const std::vector<Ledger>& ledgers) {
    for (const Ledger& ledger : ledgers)
      for (const LedgerEntry& entry : ledger.entries)
        for (const std::string& name : namesOf(entry))
          if (names_.insert(name).second)
            if (const auto words = wordsOf(name); !words.empty())
              byEnd_[words.back()].emplace_back(words, name);
  }

  std::string of(const std::string& name) {
    const auto known = fullest_.find(name);
    return known != fullest_.end() ? known->second : fullest_[name] = find(name);
  }

private:
  static std::vector<std::string> namesOf(const LedgerEntry& entry) {
    std::vector<std::string> names;
    if (entry.speaker)
      names.push_back(*entry.speaker);
    for (const SpeakerName& one : entry.speakers)
      names.push_back(one.name);
    return names;
  }

  std::string find(const std::string& name) const {
    const auto words = wordsOf(name);
    if (words.empty() || isDescription(words))
      return name;
    std::string best = name;
    std::size_t most = words.size();
    std::vector<std::string> longest = words;
    for (const auto& [other, full] : byEnd_.at(words.back())) {
      if (other.size() <= words.size() || !holds(other, words) || isDescription(other))
        continue;
      if (most > words.size() && !holds(other, longest) && !holds(longest, other))
        return name; // two people
      if (other.size() > most) {
        best = full;
        most = other.size();
        longest = other;
      }
    }
    return best;
  }

  /// "a spokesman for the union" is nobody's name.
  static bool isDescription(const std::vector<std::string>& words) {
    return words[0] == "a" || words[0] == "an" || words[0] == "the" || words.size() > 6;
  }

  std::set<std::string> names_;
  std::unordered_map<std::string, std::vector<std::pair<std::vector<std::string>, std::string>>> byEnd_;
  std::unordered_map<std::string, std::string> fullest_;
};

} // namespace

std::vector<LedgerEntry> joinLedgers(std::vector<Ledger> ledgers) {
  std::ranges::stable_sort(
      ledgers, [](const Ledger& a, const Ledger& b) { return a.date && (!b.date || *a.date < *b.date); });
  FullestNames names(ledgers);
  std::vector<LedgerEntry> all;
  for (Ledger& ledger : ledgers)
    for (LedgerEntry& entry : ledger.entries) {
      if (entry.speaker)
        entry.speaker = names.of(*entry.speaker);
      for (SpeakerName& one : entry.speakers)
        one.name = names.of(one.name);
      all.push_back(std::move(entry));
    }
  return all;
}

} // namespace stasis::evidence
