#include "evidence/ledger.h"

#include <algorithm>
#include <array>

namespace stasis::evidence {

namespace {

constexpr std::array<std::string_view, 10> acts{"threat",  "commitment", "demand", "offer",     "refusal",
                                                "request", "accusation", "denial", "agreement", "report"};
constexpr std::array<std::string_view, 3> confidences{"low", "medium", "high"};

template <typename Kind, std::size_t N>
std::optional<Kind> named(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto at = std::ranges::find(words, word);
  return at == words.end() ? std::nullopt : std::optional(static_cast<Kind>(at - words.begin()));
}

} // namespace

std::string_view word(SpeechAct act) { return acts[static_cast<std::size_t>(act)]; }
std::string_view word(Confidence confidence) { return confidences[static_cast<std::size_t>(confidence)]; }

std::optional<SpeechAct> speechActNamed(std::string_view word) { return named<SpeechAct>(acts, word); }
std::optional<Confidence> confidenceNamed(std::string_view word) {
  return named<Confidence>(confidences, word);
}

} // namespace stasis::evidence
