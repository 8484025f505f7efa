#pragma once

// A step of long work that is done in parts, by several threads: each part tells how much of it is done to an
// errand of its own, and the step tells the share of the whole, in hundredths.
//
// Cost: one lock for each word of progress. Tested in tests/telling/progress_words_test.cpp.

#include "stability/errand.h"

#include <mutex>
#include <vector>

namespace stasis::stability {

class Step {
public:
  /// Tells at once that nothing is done yet. Both outlive the parts' errands.
  Step(const Errand& errand, std::string phase, std::size_t parts);

  /// For one part: stops when the step's does; what is told to it, done of total, is this part's share.
  Errand part(std::size_t k);

private:
  void reached(std::size_t part, const Progress& told);

  const Errand& errand_;
  std::string phase_;
  std::mutex mutex_;
  std::vector<double> shares_;
  std::size_t last_ = 0;
};

} // namespace stasis::stability
