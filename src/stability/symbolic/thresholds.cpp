#include "stability/symbolic/thresholds.h"

namespace stasis::stability {

Diagram greater(const std::vector<Diagram>& bits, const std::vector<Diagram>& than) {
  Diagram result;
  for (std::size_t m = bits.size(); m-- > 0;)
    result = majority(bits[m], !than[m], result);
  return result;
}

Diagram atThreshold(const Diagram& f, const std::vector<Diagram>& bits,
                    const std::vector<std::size_t>& levels) {
  if (f.isConstant())
    return f;
  Substitution substitution(f.table());
  for (std::size_t m = 0; m < bits.size(); ++m)
    substitution.put(levels[m], bits[m]);
  return composed(f, substitution);
}

} // namespace stasis::stability
