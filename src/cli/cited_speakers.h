#pragma once

// Who says the words that a model cites. Each source is read as `read` does, and a citation has the speaker
// of the one statement in whose words it stands. Nobody is named where the reader is not certain: in a source
// of more than `mostRead` bytes, words of several speakers, or a statement of low confidence.

#include "model/conflict.h"
#include "stability/errand.h"

#include <map>
#include <string>
#include <utility>

namespace stasis::cli {

class CitedSpeakers {
public:
  static constexpr std::size_t mostRead = std::size_t{1} << 20U;

  /// `directory`: where relative paths of sources start. Reads nothing more once the errand has ended.
  CitedSpeakers(const model::Conflict& conflict, const std::string& directory,
                const stability::Errand& errand);

  /// Empty if nobody can be named.
  std::string of(const model::Citation& cited) const;

private:
  std::map<std::pair<std::size_t, std::string>, std::string> names_;
};

} // namespace stasis::cli
