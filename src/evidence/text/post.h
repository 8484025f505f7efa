#pragma once

// Posts of social networks, recognised by the author's handle: `Ana Bell @anabell · 3h` above the words, `—
// Ana Bell (@anabell) 4 May 2031` below or after them. (`@anabell: We go` is the label of a turn,
// turn_label.h.) A handle is `@` and a name, perhaps with a server after it. Beside it stand at most a name
// and words that say when.
//
// Bounded by the longest such line. Tested on posts of five kinds, bylines and mail addresses.

#include "model/range.h"

#include <optional>
#include <string>
#include <string_view>

namespace stasis::evidence {

struct Post {
  std::string name;      ///< `Ana Bell`; the handle if there is no name
  model::Range mention;  ///< of the name, in the text given
  model::Range words;    ///< the post itself, if it stands before this; else empty
  bool isBelow = false;  ///< it begins with a dash: the words are above it
  std::size_t label = 0; ///< where name and handle end
};

/// `paragraph` is the line above or below a post, or a post with such a line at its end.
std::optional<Post> postAt(std::string_view paragraph);

/// The length of a handle before the words: `@anabell`, `@bell@sea.example`; 0 if there is none.
std::size_t handleLength(std::string_view words);

} // namespace stasis::evidence
