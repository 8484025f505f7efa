#include "model/pattern.h"

namespace stasis::model {

std::optional<Pattern> Pattern::parse(std::string_view letters) {
  if (letters.find_first_not_of("YN-") != std::string_view::npos)
    return std::nullopt;
  Pattern pattern;
  pattern.text_ = letters;
  return pattern;
}

bool Pattern::covers(const Pattern& other) const {
  for (std::size_t i = 0; i < text_.size(); ++i)
    if (text_[i] != '-' && text_[i] != other.text_[i])
      return false;
  return true;
}

bool Pattern::overlaps(const Pattern& other) const {
  for (std::size_t i = 0; i < text_.size(); ++i)
    if (text_[i] != '-' && other.text_[i] != '-' && text_[i] != other.text_[i])
      return false;
  return true;
}

} // namespace stasis::model
