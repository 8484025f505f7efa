#pragma once

// Captions of a film or broadcast, SubRip (.srt) and WebVTT. Numbers, times and settings are dropped; what
// one voice says over several captions is one paragraph. A voice tag (`<v Ana Bell>`) is the label of a turn.
//
// Linear. Tested on captions written for the tests.

#include "evidence/text/paragraphs.h"

namespace stasis::evidence {

/// True if `WEBVTT` stands at the start, or a line of times (`00:00:01,000 --> 00:00:04,000`) among the first
/// lines.
bool areCaptions(std::string_view text);

/// `text` is UTF-8.
Paragraphs layOutCaptions(std::string_view text);

} // namespace stasis::evidence
