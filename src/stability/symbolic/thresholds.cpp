#include "stability/symbolic/thresholds.h"

namespace stasis::stability {

Diagram greater(const std::vector<Diagram>& bits, const std::vector<Diagram>& than) {
  Diagram result;
  for (std::size_t m = bits.size(); m-- > 0;)
    result = majority(bits[m], !than[m], result);
  return result;
}

Diagram byThreshold(std::vector<Diagram> values, DiagramTable& table,
                    const std::vector<std::size_t>& levels) {
  for (std::size_t m = levels.size(); m-- > 0;) {
    const Diagram bit = table.variable(levels[m]);
    for (std::size_t v = 0; v < values.size() / 2; ++v)
      values[v] = choose(bit, values[2 * v + 1], values[2 * v]);
    values.resize(values.size() / 2);
  }
  return values.front();
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
