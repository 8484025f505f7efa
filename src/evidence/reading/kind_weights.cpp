#include "evidence/reading/kind_weights.h"

#include "evidence/reading/kind_features.h"
#include "evidence/reading/word_list.h"

#include <array>
#include <charconv>
#include <unordered_map>

namespace stasis::evidence {

namespace {

constexpr std::size_t kinds = static_cast<std::size_t>(SpeechAct::report) + 1;
constexpr int listed = 100;   ///< in hundredths: for the kind that the lists of verbs and phrases give
constexpr int strongly = 250; ///< if one sign shows that it is no other kind
constexpr int strong = 8;     ///< the votes of such a sign
constexpr int plain = 70;     ///< for `report`: another kind needs evidence
using Weights = std::array<int, kinds>;
using Table = std::unordered_map<std::string_view, Weights>;

Weights weightsOf(std::string_view numbers) {
  Weights weights{};
  const char* at = numbers.data();
  const char* const end = at + numbers.size();
  for (int& weight : weights) {
    while (at != end && *at == ' ')
      ++at;
    at = std::from_chars(at, end, weight).ptr;
  }
  return weights;
}

const Table& table() {
  static const Table all = [] {
    Table parsed;
    for (const WordEntry& entry : wordList("kind_weights"))
      parsed.emplace(entry.words, weightsOf(entry.value));
    return parsed;
  }();
  return all;
}

/// "w:walk out" in words for people.
std::string told(std::string_view feature, const SpeechActQuestion& question) {
  if (feature.starts_with("v:"))
    return std::string(question.verb);
  if (feature.starts_with("w:"))
    feature.remove_prefix(feature.starts_with("w:^ ") || feature.starts_with("w:. ") ? 4 : 2);
  else if (feature.starts_with("m:"))
    feature.remove_prefix(2);
  return std::string(feature);
}

} // namespace

SpeechActAnswer decideByWeights(const SpeechActQuestion& question) {
  Weights sums{};
  std::vector<std::pair<std::string, const Weights*>> seen;
  const auto add = [&](const std::string& feature) {
    const auto found = table().find(feature);
    if (found == table().end())
      return;
    for (std::size_t k = 0; k < kinds; ++k)
      sums[k] += found->second[k];
    seen.emplace_back(feature, &found->second);
  };
  add("*");
  for (const std::string& feature : kindFeatures(question))
    add(feature);
  if (const SpeechActAnswer lists = decideByLists(question); lists.kind != SpeechAct::report)
    sums[static_cast<std::size_t>(lists.kind)] += lists.votes >= strong ? strongly : listed;
  sums[kinds - 1] += plain;
  std::size_t best = kinds - 1;
  for (std::size_t k = 0; k + 1 < kinds; ++k)
    if (sums[k] > sums[best])
      best = k;
  SpeechActAnswer answer{static_cast<SpeechAct>(best), {}};
  if (answer.kind == SpeechAct::report)
    return answer;
  int most = 0;
  for (const auto& [feature, weights] : seen) {
    const bool shows = feature.starts_with("w:") || feature.starts_with("m:") ||
                       (feature.starts_with("v:") && !question.verb.empty());
    if (shows && (*weights)[best] > most) {
      most = (*weights)[best];
      answer.decidedBy = told(feature, question);
    }
  }
  return answer;
}

} // namespace stasis::evidence
