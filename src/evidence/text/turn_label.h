#pragma once

// The label that opens a turn of speech: `MR. HALE:`, `Mrs. Delacroix (Valmy) (spoke in French):`,
// `The MINISTER OF TRADE (Mr A Moro):`, `Ana Bell [10:32]:`, `Q.`, `Mr. HALE. I rise`, `>> HALE:`, `<ana>`,
// `Ana Bell (@anabell):`.
// Who speaks, for whom, and where the words begin. Bounded by the label.
//
// Tested on labels of every kind, and on words before a colon that are none.

#include "model/range.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stasis::evidence {

/// How sure it is that a label is one, standing alone.
enum class LabelForm : std::uint8_t { weak, strong };

struct TurnLabel {
  std::string name;                     ///< as it is told: `Okafor`, `the President`; empty: nobody's words
  std::string office;                   ///< `the Minister of Trade`, where the name stands behind it
  std::optional<std::string> principal; ///< of the brackets: a state, a party
  model::Range mention;                 ///< of the name as it stands, in the text given
  std::size_t body = 0;                 ///< where the words begin
  LabelForm form = LabelForm::weak;
  bool asks = false;    ///< `BY MS. HART:` of a court's record: who asks what follows, and says nothing here
  bool isVoice = false; ///< of one who interrupts, or of many
  bool isPost = false;  ///< a handle stands in it: what was posted is one paragraph
};

/// `text` begins with the label. Where it is certain that one stands there, a name may be written in lower
/// case.
std::optional<TurnLabel> turnLabelAt(std::string_view text, bool isCertain = false);

/// A name in capitals as names are written: `ANA O'NEIL` is `Ana O'Neil`, `McDONALD` is `McDonald`.
std::string inNameCase(std::string_view name);

/// Where a time begins that ends the words: `10:32`, `10:32 am`; 0 if there is none.
std::size_t clockAtEnd(std::string_view words);

/// The bytes of a time in front of a line of a chat or live report, with what parts it from the words:
/// `[10:32] `, `2031-05-04 10:32:11 `, `04/05/2031, 10:32 - `; 0 if there is none.
std::size_t timeStampLength(std::string_view line);

} // namespace stasis::evidence
