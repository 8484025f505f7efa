#pragma once

// The statements of one sentence: each quote with the frame that introduces it, and each frame without a
// quote with the clause it reports. The rule that joined them is kept, and how reliable it is.
//
// Rules, most reliable first: `after-quote` ("…," she said), `before-quote` (she said, "…"), `split-quote`,
// `colon`, `inside-clause` (said the deal was "…"), `late-frame` ("…" is wrong, she said), `according-to`,
// `continuation` (a quote that stands alone), `subject` (no verb of saying at all); `indirect`.

#include "evidence/ledger.h"
#include "evidence/reading/frame.h"
#include "evidence/reading/syntax.h"

#include <optional>
#include <string_view>
#include <vector>

namespace stasis::evidence {

enum class Strength : std::uint8_t { weak, fair, strong };

struct Statement {
  std::size_t sentence = 0;
  std::optional<std::size_t> quote; ///< its number in the whole text
  std::optional<Frame> frame;
  std::optional<NounPhrase> subject; ///< of the frame, or of a sentence without one
  std::string_view rule;
  Strength strength = Strength::weak;
  std::optional<model::Range> content; ///< of an indirect or mixed statement
  std::vector<NounPhrase> others;      ///< who speak together with the subject
  bool aside = false;                  ///< the verb stands among its words
  std::optional<model::Range> teller;  ///< for an aside: the speaker with the verb
  std::optional<model::Range> rest;    ///< for an aside after a condition: what follows the speaker
  bool passive = false;
  bool question = false;      ///< "asked whether …"
  std::optional<bool> agrees; ///< whether the tree has the same speaker; none if it does not say
  Polarity polarity = Polarity::positive;
  Reality reality = Reality::asserted;
  std::string path; ///< how the tree decided
};

/// `syntax`: the sentence's tree; null: only quotes and what the words alone show.
std::vector<Statement> statementsOf(const Sentence& sentence, std::size_t number, std::string_view text,
                                    const std::vector<QuoteSpan>& quotes, const Syntax* syntax);

} // namespace stasis::evidence
