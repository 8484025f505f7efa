#include "exchange/cube.h"

#include <algorithm>

namespace stasis::exchange {

using model::Expression;
using model::OptionId;
using Op = Expression::Op;

namespace {

constexpr std::size_t mostComparedPairwise = 256;

Expression expressionOf(Literal literal) {
  const Expression option = Expression::option(literal.option);
  return literal.taken ? option : Expression::negation(option);
}

/// Four bits: which of the choices NN, YN, NY, YY of two options some cube allows. 0 unless every cube names
/// the same two options.
unsigned choicesOfTwo(const Cubes& cubes) {
  unsigned choices = 0;
  for (const Cube& cube : cubes) {
    const bool same =
        cube.size() == 2 && cube[0].option == cubes[0][0].option && cube[1].option == cubes[0][1].option;
    if (!same)
      return 0;
    choices |= 1U << ((cube[0].taken ? 1U : 0U) + (cube[1].taken ? 2U : 0U));
  }
  return choices;
}

} // namespace

std::optional<Cube> cubeOf(std::vector<Literal> literals) {
  std::ranges::sort(literals);
  const auto rest = std::ranges::unique(literals);
  literals.erase(rest.begin(), rest.end());
  if (std::ranges::adjacent_find(literals, {}, &Literal::option) != literals.end())
    return std::nullopt;
  return literals;
}

std::optional<Cube> both(const Cube& a, const Cube& b) {
  Cube result;
  result.reserve(a.size() + b.size());
  std::ranges::set_union(a, b, std::back_inserter(result));
  if (std::ranges::adjacent_find(result, {}, &Literal::option) != result.end())
    return std::nullopt;
  return result;
}

bool covers(const Cube& a, const Cube& b) { return std::ranges::includes(b, a); }

void simplify(Cubes& cubes) {
  std::ranges::sort(cubes);
  const auto rest = std::ranges::unique(cubes);
  cubes.erase(rest.begin(), rest.end());
  if (cubes.size() > mostComparedPairwise)
    return;
  const Cubes all = cubes;
  std::erase_if(cubes, [&](const Cube& cube) {
    return std::ranges::any_of(all, [&](const Cube& other) { return other != cube && covers(other, cube); });
  });
}

Expression expressionOf(const Cube& cube) {
  std::vector<Expression> parts;
  for (const Literal literal : cube)
    parts.push_back(expressionOf(literal));
  return Expression::join(Op::conjunction, std::move(parts));
}

Expression expressionOf(const Cubes& cubes) {
  if (cubes.size() > 1 && cubes[0].size() == 2) {
    const auto joined = [&](Op op, std::size_t first) {
      return Expression::join(
          op, {Expression::option(cubes[0][first].option), Expression::option(cubes[0][1 - first].option)});
    };
    switch (choicesOfTwo(cubes)) {
    case 0b1001: return joined(Op::iff, 0);
    case 0b0110: return joined(Op::exclusive, 0);
    case 0b1110: return joined(Op::disjunction, 0);
    case 0b1101: return joined(Op::implies, 0);
    case 0b1011: return joined(Op::implies, 1);
    case 0b0111: return Expression::negation(joined(Op::conjunction, 0));
    default: break;
    }
  }
  std::vector<Expression> parts;
  for (const Cube& cube : cubes)
    parts.push_back(expressionOf(cube));
  return Expression::join(Op::disjunction, std::move(parts));
}

} // namespace stasis::exchange
