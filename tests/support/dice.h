#pragma once

// Where random conflicts get their choices from: rapidcheck (so that failures shrink) or a seeded generator
// (so that a benchmark or a long comparison is fast and repeatable).

#include <cstddef>
#include <random>

namespace stasis::support {

class Dice {
public:
  virtual ~Dice() = default;
  /// One of 0 … sides-1, each as likely; shrinks towards 0. At least one side.
  virtual std::size_t roll(std::size_t sides) = 0;
  /// True in `part` of `of` cases; shrinks towards false.
  bool chance(std::size_t part, std::size_t of) { return roll(of) >= of - part; }
};

class SeededDice : public Dice {
public:
  explicit SeededDice(std::uint64_t seed) : engine_(seed) {}
  // Not std::uniform_int_distribution, whose results differ between libraries.
  std::size_t roll(std::size_t sides) override { return static_cast<std::size_t>(engine_() % sides); }

private:
  std::mt19937_64 engine_;
};

} // namespace stasis::support
