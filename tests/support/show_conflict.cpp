#include "model/mark_words.h"
#include "support/random_conflict.h"

#include <algorithm>
#include <ostream>
#include <sstream>

namespace stasis::support {

using model::Conflict;
using model::Expression;
using Op = Expression::Op;

namespace {

const char* word(Op op) {
  switch (op) {
  case Op::conjunction: return " and ";
  case Op::disjunction: return " or ";
  case Op::exclusive: return " xor ";
  case Op::iff: return " iff ";
  case Op::implies: return " implies ";
  case Op::whenever: return " if ";
  case Op::atLeast: return "at least ";
  case Op::atMost: return "at most ";
  case Op::exactly: return "exactly ";
  default: return "";
  }
}

struct Words {
  const Conflict& conflict;
  std::string constant(bool value) const { return value ? "true" : "false"; }
  std::string option(model::OptionId id) const { return conflict.option(id).name; }
  std::string define(model::DefineId id) const { return conflict.define(id).name; }
  std::string apply(Op op, std::uint32_t k, std::span<std::string> operands) const {
    if (op == Op::negation)
      return "not " + operands[0];
    const bool counts = op == Op::atLeast || op == Op::atMost || op == Op::exactly;
    std::string text = counts ? word(op) + std::to_string(k) + " of (" : "(";
    for (std::size_t i = 0; i < operands.size(); ++i)
      text += (i == 0 ? "" : counts ? ", " : word(op)) + operands[i];
    return text + ")";
  }
};

std::string nameOf(const Conflict& conflict, const model::StateRef& reference) {
  switch (reference.kind) {
  case model::StateRef::Kind::listed: return conflict.listed[reference.value].name;
  case model::StateRef::Kind::named: return conflict.named[reference.value].name;
  case model::StateRef::Kind::number: break;
  }
  return std::to_string(reference.value);
}

void showPreference(const Conflict& c, const model::Party& party, std::ostream& out) {
  if (const auto* p = std::get_if<model::Prioritised>(&party.preference)) {
    out << "prefer " << party.name << '\n';
    for (const auto& tier : p->tiers) {
      if (model::markOf(tier) != model::Mark::none)
        out << "  " << model::markWord(model::markOf(tier));
      for (std::size_t i = 0; i < tier.size(); ++i)
        out << (i == 0 ? "  " : " | ") << show(c, tier[i].wanted);
      out << '\n';
    }
  } else if (const auto* r = std::get_if<model::Ranking>(&party.preference)) {
    out << "rank " << party.name << ' ';
    for (std::size_t k = 0; k < r->classes.size(); ++k)
      for (std::size_t i = 0; i < r->classes[k].size(); ++i)
        out << (i > 0                                               ? " ~ "
                : k == 0                                            ? " "
                : std::ranges::binary_search(r->strongAfter, k - 1) ? " >> "
                                                                    : " > ")
            << nameOf(c, r->classes[k][i]);
    out << '\n';
    for (const auto& pair : party.unsure)
      out << "unsure " << party.name << ' ' << nameOf(c, pair.one) << " ? " << nameOf(c, pair.other) << '\n';
  } else if (const auto* w = std::get_if<model::Weights>(&party.preference)) {
    out << "weigh " << party.name << '\n';
    for (const auto& weight : w->weights)
      out << "  " << show(c, weight.wanted) << ' ' << weight.units << "e-" << w->decimals << '\n';
  }
  for (const auto& one : party.attitudes)
    out << "attitude " << party.name << ' ' << model::attitudeWord(one.attitude) << ' '
        << c.party(one.towards).name << '\n';
}

void showOption(const model::Option& option, std::ostream& out) {
  out << "  option " << option.name;
  if (option.direction != model::Direction::both)
    out << (option.direction == model::Direction::irrevocable ? " irrevocable" : " unresumable");
  out << '\n';
}

} // namespace

std::string show(const Conflict& conflict, const Expression& expression) {
  return expression.fold<std::string>(Words{conflict});
}

std::string show(const Conflict& c) {
  std::ostringstream out;
  for (const auto& party : c.parties) {
    out << "party " << party.name << '\n';
    for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o)
      showOption(c.options[o], out);
  }
  for (const auto& define : c.defines)
    out << "define " << define.name << " = " << show(c, define.meaning) << '\n';
  for (const auto& constraint : c.constraints)
    out << "always " << show(c, constraint.holds) << '\n';
  for (const auto& line : c.listed)
    out << (&line == c.listed.data() ? "states\n  " : "  ") << line.name << ' ' << line.pattern.letters()
        << '\n';
  for (const auto& named : c.named)
    out << "state " << named.name << " = " << named.state.letters() << '\n';
  if (c.statusQuo)
    out << "status quo " << c.statusQuo->letters() << '\n';
  for (const auto& party : c.parties) {
    showPreference(c, party, out);
    if (party.moves)
      out << "move " << party.name << ' ';
    for (std::size_t k = 0; party.moves && k < party.moves->size(); ++k)
      out << (k == 0 ? " " : ", ") << nameOf(c, (*party.moves)[k].from) << " -> "
          << nameOf(c, (*party.moves)[k].to);
    if (party.moves)
      out << '\n';
  }
  return out.str();
}

} // namespace stasis::support

namespace stasis::model {
void showValue(const Conflict& conflict, std::ostream& out) { out << '\n' << support::show(conflict); }
void showValue(const Pattern& pattern, std::ostream& out) { out << pattern.letters(); }
} // namespace stasis::model
