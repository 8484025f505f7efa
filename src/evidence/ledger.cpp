#include "evidence/ledger.h"

#include <algorithm>
#include <array>

namespace stasis::evidence {

namespace {

constexpr std::array<std::string_view, 10> acts{"threat",  "commitment", "demand", "offer",     "refusal",
                                                "request", "accusation", "denial", "agreement", "report"};
constexpr std::array<std::string_view, 2> polarities{"positive", "negative"};
constexpr std::array<std::string_view, 6> realities{"asserted",     "denied", "negated",
                                                    "hypothetical", "asked",  "reported"};
constexpr std::array<std::string_view, 3> confidences{"low", "medium", "high"};

template <typename Kind, std::size_t N>
std::optional<Kind> named(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto at = std::ranges::find(words, word);
  return at == words.end() ? std::nullopt : std::optional(static_cast<Kind>(at - words.begin()));
}

} // namespace

std::string_view word(SpeechAct act) { return acts[static_cast<std::size_t>(act)]; }
std::string_view word(Polarity polarity) { return polarities[static_cast<std::size_t>(polarity)]; }
std::string_view word(Reality reality) { return realities[static_cast<std::size_t>(reality)]; }
std::string_view word(Confidence confidence) { return confidences[static_cast<std::size_t>(confidence)]; }

std::optional<SpeechAct> speechActNamed(std::string_view word) { return named<SpeechAct>(acts, word); }
std::optional<Polarity> polarityNamed(std::string_view word) { return named<Polarity>(polarities, word); }
std::optional<Reality> realityNamed(std::string_view word) { return named<Reality>(realities, word); }
std::optional<Confidence> confidenceNamed(std::string_view word) {
  return named<Confidence>(confidences, word);
}

} // namespace stasis::evidence
