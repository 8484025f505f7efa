#pragma once

// Posts of social networks, told by the handle of who wrote them: `Ana Bell @anabell · 3h` above the words,
// `— Ana Bell (@anabell) 4 May 2031` below or behind them. (`@anabell: We go` is the label of a turn,
// turn_label.h.) A handle is `@` and a name, with a server behind it or not; beside it stand at most a name
// and words that say when.
//
// Bounded by the longest such line. Tested on posts of five kinds, bylines and addresses of mail.

#include "model/range.h"

#include <optional>
#include <string>
#include <string_view>

namespace stasis::evidence {

struct Post {
  std::string name;      ///< `Ana Bell`; the handle, where no name stands there
  model::Range mention;  ///< of the name, in the text given
  model::Range words;    ///< what was posted, where it stands in front; else empty
  bool isBelow = false;  ///< a dash stands in front: the words are above it
  std::size_t label = 0; ///< where name and handle end
};

/// `paragraph` is the line above or below a post, or a post with such a line behind it.
std::optional<Post> postAt(std::string_view paragraph);

/// The bytes of a handle in front of the words: `@anabell`, `@bell@sea.example`; 0 if there is none.
std::size_t handleLength(std::string_view words);

} // namespace stasis::evidence
