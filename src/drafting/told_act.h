#pragma once

// Acts that lie within what is said: another's act that is told of (`two banks had offered a loan`), and what
// a refusal refuses, one's own doing (`we will not sign`) or what is put to one (`the second bid`).

#include "evidence/ledger.h"

#include <optional>
#include <string>
#include <string_view>

namespace stasis::drafting {

struct ToldAct {
  std::string actor; ///< the subject as written, without what counts it: `two banks`
  evidence::SpeechAct kind = evidence::SpeechAct::report;
  std::string what;
};

/// A subject that is a name or counts somebody, then a verb of doing by saying, or `ready to`, `prepared to`.
std::optional<ToldAct> toldAct(std::string_view words);

struct Wanted {
  std::string of; ///< whose doing: `the union`
  std::string what;
};

/// `the union to suspend its ballot`, `Harran must open its books`: who is to do it, where that is somebody
/// and not a pronoun.
std::optional<Wanted> wantedOf(std::string_view words);

/// Cuts the words of a refusal to what is not done; `negated`: the words themselves said so (`will not
/// sign`), `own`: that is a doing of the one who refuses.
void refuse(std::string& words, bool& negated, bool& own);

} // namespace stasis::drafting
