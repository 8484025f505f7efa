#pragma once

// The label that opens a turn of speech: `MR. HALE:`, `Mrs. Delacroix (Valmy) (spoke in French):`, `The
// MINISTER OF TRADE (Mr A Moro):`, `Ana Bell [10:32]:`, `Q.`, `Mr. HALE. I rise`, `>> HALE:`, `<ana>`, `Ana
// Bell (@anabell):`. Gives who speaks, for whom, and where the words begin. Bounded by the label.
//
// Tested on labels of every kind, and on words before a colon that are none.

#include "model/range.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stasis::evidence {

/// How certain it is that a single label is one.
enum class LabelForm : std::uint8_t { weak, strong };

struct TurnLabel {
  std::string name;                     ///< as it is shown: `Okafor`, `the President`; empty: nobody's words
  std::string office;                   ///< `the Minister of Trade`, if the name stands after it
  std::optional<std::string> principal; ///< from the brackets: a state, a party
  model::Range mention;                 ///< of the name, in the text given
  std::size_t body = 0;                 ///< where the words begin
  LabelForm form = LabelForm::weak;
  bool asks = false;    ///< `BY MS. HART:` in a court's record: who asks what follows, but says nothing here
  bool isVoice = false; ///< somebody who interrupts, or many people
  bool isPost = false;  ///< it contains a handle: the post is one paragraph
};

/// `text` begins with the label. If it is certain that there is one, a name may be in lower case.
std::optional<TurnLabel> turnLabelAt(std::string_view text, bool isCertain = false);

/// A name in capitals, rewritten as names usually are: `ANA O'NEIL` becomes `Ana O'Neil`, `McDONALD` becomes
/// `McDonald`.
std::string inNameCase(std::string_view name);

/// The start of a time at the end of the words: `10:32`, `10:32 am`; 0 if there is none.
std::size_t clockAtEnd(std::string_view words);

/// The length of a time at the start of a line of a chat or live report, with what separates it from the
/// words: `[10:32] `, `2031-05-04 10:32:11 `, `04/05/2031, 10:32 - `; 0 if there is none.
std::size_t timeStampLength(std::string_view line);

} // namespace stasis::evidence
