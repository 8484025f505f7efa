#include "oracle/definitions.h"

#include <stdexcept>

namespace stasis::oracle {

namespace {

using Node = model::Expression::Node;
using Op = model::Expression::Op;

struct Reader {
  const model::Conflict& conflict;
  const model::State& state;

  /// The truth of the tree whose root is the last of these nodes.
  bool truth(const Node* root) const {
    switch (root->op) {
    case Op::constant: return root->value == 1;
    case Op::option: return state.letters()[root->value] == 'Y';
    case Op::define: return oracle::truth(conflict, conflict.defines[root->value].meaning, state);
    default: break;
    }
    std::vector<bool> values(root->operands); // first to last
    const Node* operand = root - 1;
    for (std::size_t i = root->operands; i-- > 0; operand -= operand->size)
      values[i] = truth(operand);
    return joined(root->op, root->value, values);
  }
};

} // namespace

bool joined(Op op, std::uint32_t k, const std::vector<bool>& values) {
  std::size_t held = 0;
  for (const bool value : values)
    held += value ? 1 : 0;
  switch (op) {
  case Op::negation: return !values.at(0);
  case Op::conjunction: return held == values.size();
  case Op::disjunction: return held >= 1;
  case Op::exclusive: return (held & 1) == 1;
  case Op::iff: return values.at(0) == values.at(1);
  case Op::implies: return values.at(0) ? values.at(1) : true;
  case Op::whenever: return values.at(1) ? values.at(0) : true;
  case Op::atLeast: return held >= k;
  case Op::atMost: return !(held > k);
  case Op::exactly: return held == k;
  default: throw std::logic_error("an expression node without a meaning");
  }
}

bool truth(const model::Conflict& conflict, const model::Expression& expression, const model::State& state) {
  return Reader{conflict, state}.truth(&expression.nodes().back());
}

} // namespace stasis::oracle
