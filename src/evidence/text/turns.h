#pragma once

// Labelled speech in a text: transcripts, records of assemblies and courts, interviews, chats. A label at the
// beginning of a paragraph opens a turn. What follows without a label belongs to it, until a heading, a note
// of the record ("The meeting rose at …") or a sentence about the speaker. What stands alone in brackets, and
// interjections by nobody in particular, belong to nobody.
//
// One label that can be nothing else is enough. Words that could as well be a place or a notice ("Velm: …",
// "Warning: …") count if they open turns again and again. Linear. Tested on records of every kind.

#include "evidence/text/paragraphs.h"
#include "evidence/text/turn_label.h"

#include <vector>

namespace stasis::evidence {

struct Turn {
  std::string speaker;                  ///< the fullest name in a label; empty: nobody's words
  std::optional<std::string> principal; ///< from this label or another one of the speaker
  model::Range mention;                 ///< the name in the text given
  std::vector<model::Range> words;      ///< of its paragraphs, without stage directions
};

struct Turns {
  std::vector<Turn> turns;
  std::vector<bool> taken; ///< by paragraph: whether it is part of a turn, or nobody's
};

/// `paragraphs` are ranges of `text`; `kinds` has one for each.
Turns turnsOf(std::string_view text, const std::vector<model::Range>& paragraphs,
              const std::vector<ParagraphKind>& kinds);

/// The speaker of a whole text, and the body spoken for.
struct Voice {
  std::string name;
  std::string body; ///< empty: for nobody else
};

/// All prose as one turn.
Turns oneVoice(std::string_view text, const std::vector<model::Range>& paragraphs,
               const std::vector<ParagraphKind>& kinds, const Voice& voice);

} // namespace stasis::evidence
