#include "stability/cube/option_columns.h"

#include <algorithm>
#include <span>

namespace stasis::stability::cube {

namespace {

constexpr std::uint64_t ones = ~std::uint64_t{0};

/// Sets bits [from, to).
void setBits(std::span<std::uint64_t> block, std::size_t from, std::size_t to) {
  for (std::size_t w = from / 64; 64 * w < to; ++w) {
    const std::size_t first = std::max(from, 64 * w) - 64 * w;
    const std::size_t end = std::min(to - 64 * w, std::size_t{64});
    block[w] |= (end == 64 ? ones : (std::uint64_t{1} << end) - 1) & (ones << first);
  }
}

} // namespace

Conditions::Conditions(const Shape& shape, const std::vector<const model::Expression*>& conditions)
    : shape_(&shape), circuit_(shape.conflict()) {
  for (const model::Expression* condition : conditions)
    roots_.push_back(circuit_.add(*condition));
  cone_ = circuit_.cone(roots_);
  values_.resize(circuit_.size());
  for (const Circuit::GateId gate : cone_)
    if (circuit_.gate(gate).op == Circuit::Op::option)
      addColumn(gate);
}

void Conditions::addColumn(Circuit::GateId gate) {
  const std::uint64_t bit = std::uint64_t{1} << circuit_.gate(gate).value;
  const auto& digits = shape_->digits();
  const auto owner = std::ranges::find_if(digits, [&](const Digit& d) { return (d.options & bit) != 0; });
  if (owner == digits.end()) { // the same in every state
    values_[gate].fill((shape_->taken(0) & bit) != 0 ? ones : 0);
    return;
  }
  Column column{gate, static_cast<std::size_t>(owner - digits.begin()), bit, {}};
  if (owner->stride < 64) {
    const std::size_t turn = owner->stride * owner->radix();
    column.pattern.resize((turn + 64) / 64 + 2);
    const auto end = 64 * column.pattern.size();
    for (std::size_t n = 0, choice = 0; n < end; n += owner->stride) {
      if ((owner->choices[choice] & bit) != 0)
        setBits(column.pattern, n, std::min(n + owner->stride, end));
      choice = choice + 1 == owner->radix() ? 0 : choice + 1;
    }
  }
  columns_.push_back(std::move(column));
}

void Conditions::evaluate(std::size_t begin) {
  for (const Column& column : columns_)
    if (column.pattern.empty())
      fillFromRuns(column, begin);
    else
      fillFromPattern(column, begin);
  evaluateWords<blockWords>(circuit_, cone_, values_);
}

void Conditions::fillFromPattern(const Column& column, std::size_t begin) {
  const Digit& digit = shape_->digits()[column.digit];
  const std::size_t turn = digit.stride * digit.radix();
  Block& block = values_[column.gate];
  std::size_t at = begin % turn;
  for (std::uint64_t& word : block) {
    const std::size_t shift = at % 64;
    const std::uint64_t low = column.pattern[at / 64] >> shift;
    word = shift == 0 ? low : low | column.pattern[at / 64 + 1] << (64 - shift);
    at += 64;
    at = at < turn ? at : at % turn;
  }
}

void Conditions::fillFromRuns(const Column& column, std::size_t begin) {
  const Digit& digit = shape_->digits()[column.digit];
  Block& block = values_[column.gate];
  std::size_t choice = begin / digit.stride % digit.radix();
  std::size_t left = digit.stride - begin % digit.stride;
  if (left >= blockNumbers) {
    block.fill((digit.choices[choice] & column.bit) != 0 ? ones : 0);
    return;
  }
  block.fill(0);
  for (std::size_t from = 0; from < blockNumbers;) {
    const std::size_t to = std::min(from + left, blockNumbers);
    if ((digit.choices[choice] & column.bit) != 0)
      setBits(block, from, to);
    from = to;
    left = digit.stride;
    choice = choice + 1 == digit.radix() ? 0 : choice + 1;
  }
}

} // namespace stasis::stability::cube
