#pragma once

// What has been answered of pairs of states, and what follows from it. Answers never contradict each other:
// one that would is not taken, and the shortest circle is returned that it would close. A circle is a
// sequence of answers, each from the state where the one before it ends, that leads back to its start and in
// which some state is preferred: a ≻ b, b ≽ c, c ≽ a.
//
// Cost: an answer n²/64 and a search over the answers when it contradicts; to take one back, all the others
// again. Tested by tests/elicit against circles tried one by one.

#include "analysis/elicit/known_order.h"

#include <optional>
#include <set>
#include <string>

namespace stasis::analysis {

struct PairAnswer {
  enum class Kind : std::uint8_t {
    rather,  ///< one ≻ other
    same,    ///< one ∼ other
    unknown, ///< nobody can say
  };
  Kind kind = Kind::rather;
  Place one = 0;
  Place other = 0;
  std::string from = {}; ///< where it comes from, for people; empty: the party was asked

  friend bool operator==(const PairAnswer&, const PairAnswer&) = default;
};

class PairAnswers {
public:
  explicit PairAnswers(std::size_t states) : order_(states) {}

  const std::vector<PairAnswer>& all() const { return answers_; }
  const KnownOrder& order() const { return order_; }
  /// Pairs that nobody can compare and that do not follow from answers; smaller place first.
  std::set<std::pair<Place, Place>> unknown() const;

  /// Empty: taken. Else the answers (by position) that contradict it: with it they make the shortest circle,
  /// in the order in which they follow it.
  std::vector<std::size_t> add(PairAnswer answer);
  /// Takes back the answer at this position.
  void remove(std::size_t position);

private:
  void extend(const PairAnswer& answer);
  std::vector<std::size_t> circle(const PairAnswer& answer) const;
  std::optional<std::vector<std::size_t>> path(Place from, Place to, bool strictly) const;

  std::vector<PairAnswer> answers_;
  KnownOrder order_;
};

} // namespace stasis::analysis
