#pragma once

// Words with which a speaker continues after a semicolon, in the tense of reported speech: "The board had
// met, Holt said; the union would be heard in May." This is free indirect speech (Banfield 1982): `would`,
// `had` or `nor` after a reported statement keep its speaker; the tense of the report itself does not.
//
// O(words of the sentence). Tested on the tables of tests/reading/.

#include "evidence/reading/sentences.h"

#include <optional>

namespace stasis::evidence {

/// The clause after the first semicolon at or after byte `end` of the reported words; none if the reporter
/// goes on.
std::optional<model::Range> goesOnBehind(const Sentence& sentence, std::size_t end);

/// "She said nobody had been told. They would occupy the hall unless he came.": the words of a sentence that
/// goes on with what the one before tells, by its pronoun and its `would`, on a condition; none where the
/// reporter goes on. A reporter, too, says what would be, but seldom if what (free indirect speech: Leech and
/// Short 1981, chapter 10).
std::optional<model::Range> goesOnIn(const Sentence& sentence);

} // namespace stasis::evidence
