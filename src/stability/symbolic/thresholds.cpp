#include "stability/symbolic/thresholds.h"

namespace stasis::stability {

Diagram greater(const std::vector<Diagram>& bits, const std::vector<Diagram>& than) {
  Diagram result;
  for (std::size_t m = bits.size(); m-- > 0;)
    result = majority(bits[m], !than[m], result);
  return result;
}

Diagram byThreshold(std::vector<Diagram> values, const std::vector<Diagram>& v) {
  for (std::size_t m = v.size(); m-- > 0;) {
    for (std::size_t k = 0; k < values.size() / 2; ++k)
      values[k] = choose(v[m], values[2 * k + 1], values[2 * k]);
    values.resize(values.size() / 2);
  }
  return values.front();
}

std::vector<Diagram> negated(std::vector<Diagram> bits) {
  for (Diagram& bit : bits)
    bit = !bit;
  return bits;
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
