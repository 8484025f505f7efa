#pragma once

// The one table all diagrams live in. BuDDy has one for the process, uses it from one thread, prints when it
// collects garbage and ends the process on errors unless told otherwise; all of that is dealt with here.
//
// Engines of one thread share the table; it is opened by the first and closed with the last. Its size is
// bounded by bytes. Reaching the bound, and the end of the errand at hand, are thrown as LimitReached out of
// whatever is being made; what was made before stays sound, and making can go on.

#include "stability/errand.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace stasis::stability {

/// Thrown where another thread has the table.
class TableInUse : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

class DiagramTable {
public:
  /// Opens the table or joins in it, with room for so many variables.
  static std::shared_ptr<DiagramTable> open(std::size_t variables, std::uint64_t bytes);
  ~DiagramTable();
  DiagramTable(const DiagramTable&) = delete;
  DiagramTable& operator=(const DiagramTable&) = delete;

  /// Nodes in use and room for them. O(nodes): collects garbage first.
  std::size_t nodesInUse() const;

  /// While it lives, making diagrams asks this errand whether to go on.
  class Hurry {
  public:
    explicit Hurry(const Errand& errand);
    ~Hurry();
    Hurry(const Hurry&) = delete;
    Hurry& operator=(const Hurry&) = delete;

  private:
    const Errand* before_;
  };

private:
  DiagramTable(std::size_t variables, std::uint64_t bytes);
  void widen(std::size_t variables, std::uint64_t bytes);
};

} // namespace stasis::stability
