#pragma once

// A state, or a set of states that agree on some options: Y (taken), N (not taken) or - (either) for every
// option, in declaration order. Modules and programs exchange states in this form; engines have their own
// compact forms. A pattern without `-` is one state.

#include "model/ids.h"

#include <optional>
#include <string>
#include <string_view>

namespace stasis::model {

enum class Choice : char { no = 'N', yes = 'Y', either = '-' };

class Pattern {
public:
  Pattern() = default;
  /// All options at one choice: in `Pattern(n, Choice::no)` nothing is taken.
  Pattern(std::size_t options, Choice choice) : text_(options, static_cast<char>(choice)) {}
  /// From letters Y, N and -; none if another character occurs.
  static std::optional<Pattern> parse(std::string_view letters);

  std::size_t size() const { return text_.size(); }
  Choice operator[](OptionId option) const { return static_cast<Choice>(text_[option.index()]); }
  bool taken(OptionId option) const { return (*this)[option] == Choice::yes; }
  void set(OptionId option, Choice choice) { text_[option.index()] = static_cast<char>(choice); }

  /// True if no option is open.
  bool isState() const { return text_.find('-') == std::string::npos; }
  /// True if every state of `other` belongs to this pattern. Both must have the same size.
  bool covers(const Pattern& other) const;
  /// True if some state belongs to both. Both must have the same size.
  bool overlaps(const Pattern& other) const;

  /// `NYN-Y`.
  const std::string& letters() const { return text_; }

  friend bool operator==(const Pattern&, const Pattern&) = default;

private:
  std::string text_;
};

using State = Pattern;

} // namespace stasis::model
