#include "language/resolving/expression_resolver.h"

#include "language/parsing/token_stream.h"
#include "language/resolving/open_count.h"

#include <algorithm>
#include <iterator>

namespace stasis::language {

using model::Expression;
using model::OptionId;
using model::PartyId;

std::optional<Expression> ExpressionResolver::resolve(const syntax::Expression& written,
                                                      std::optional<PartyId> self) {
  self_ = self;
  if (!quiet_)
    for (const auto& open : written.openCounts)
      reportOpenCount(open, names_);
  if (written.empty()) {
    checkNames(written);
    return std::nullopt;
  }
  values_.clear();
  widths_.clear();
  broken_ = false;
  for (const Node& n : written.nodes)
    node(written, n);
  if (broken_ || !expansion_.conditions(values_.back().nodes().size(), written.words))
    return std::nullopt;
  return std::move(values_.back());
}

std::optional<model::Query> ExpressionResolver::resolveQuery(const syntax::Expression& written) {
  stabilities_.clear();
  asks_ = true;
  auto condition = resolve(written);
  asks_ = false;
  if (!condition)
    return std::nullopt;
  return model::Query{std::move(*condition), std::move(stabilities_)};
}

// Of a condition that could not be read, the names that could.
void ExpressionResolver::checkNames(const syntax::Expression& broken) {
  for (const auto& ref : broken.references) {
    if (ref.kind == syntax::Reference::Kind::plain)
      names_.bare(ref.first, self_ ? Names::Use::conditionOfEach : Names::Use::condition, wisher_);
    else
      optionsOf(ref, self_);
  }
}

void ExpressionResolver::node(const syntax::Expression& written, const Node& n) {
  switch (n.kind) {
  case Node::Kind::constant: return push(Expression::constant(n.k != 0));
  case Node::Kind::reference: return reference(written.references[n.k]);
  case Node::Kind::listItem: return listItem(written.references[n.k]);
  case Node::Kind::connective: return connective(n);
  case Node::Kind::stability: return stability(written.stabilities[n.k]);
  case Node::Kind::count:
  case Node::Kind::countAll:
    if (n.operands == 1 && !quiet_)
      warnOfOneItem(written, n, *(&n - 1));
    return count(n);
  }
}

void ExpressionResolver::push(Expression e) {
  values_.push_back(std::move(e));
  widths_.push_back(1);
}

void ExpressionResolver::poison() {
  broken_ = true;
  push(Expression::constant(false));
}

std::vector<Expression> ExpressionResolver::pop(std::size_t items) {
  std::size_t total = 0;
  for (std::size_t i = 0; i < items; ++i) {
    total += widths_.back();
    widths_.pop_back();
  }
  const auto first = values_.end() - static_cast<std::ptrdiff_t>(total);
  std::vector<Expression> operands(std::make_move_iterator(first), std::make_move_iterator(values_.end()));
  values_.erase(first, values_.end());
  return operands;
}

void ExpressionResolver::connective(const Node& n) {
  auto operands = pop(n.operands);
  if (n.op == Expression::Op::negation)
    push(Expression::negation(std::move(operands.front())));
  else
    push(Expression::join(n.op, std::move(operands)));
}

void ExpressionResolver::count(const Node& n) {
  auto items = pop(n.operands);
  const bool all = n.kind == Node::Kind::countAll;
  const auto k = all ? static_cast<std::uint32_t>(items.size()) : n.k;
  if (!broken_ && !quiet_) {
    warnOfCount(n, k, items.size());
    warnOfRepetition(n, items);
  }
  push(Expression::count(n.op, k, std::move(items)));
}

// `at least 1 of (x or y)`: a count over one condition says less than it seems to.
void ExpressionResolver::warnOfOneItem(const syntax::Expression& written, const Node& n, const Node& item) {
  const bool list = item.kind == Node::Kind::listItem &&
                    (written.references[item.k].kind != syntax::Reference::Kind::plain &&
                     (written.references[item.k].kind == syntax::Reference::Kind::all ||
                      names_.families.contains(written.references[item.k].first)));
  const bool beyond = n.kind == Node::Kind::count && n.k > 1;
  const bool open = std::ranges::any_of(written.openCounts, [&](const syntax::OpenCount& c) {
    return c.count.data() == n.words.data(); // an error says so
  });
  if (list || beyond || open || broken_)
    return;
  auto& d = names_.warning("S0404", n.words, "this count is over one condition, " + inMarks(item.words));
  d.help = item.kind == Node::Kind::connective
               ? "the items of a list stand between commas: `exactly one of x, y`; if the condition is meant "
                 "as a whole, leave the count out"
               : "complete the list, or leave the count out";
}

void ExpressionResolver::warnOfCount(const Node& n, std::uint32_t k, std::size_t items) {
  if (k <= items && items > 0)
    return;
  const bool always = n.op == Expression::Op::atMost || k == 0;
  const std::string size = items == 0   ? "is empty"
                           : items == 1 ? "has only one item"
                                        : "has only " + std::to_string(items) + " items";
  auto& d = names_.warning("S0404", n.words,
                           "the list " + size + (always ? ": this is always so" : ": this is never so"));
  if (items > 0)
    d.help = "count to " + std::to_string(items) + " at most, or complete the list";
}

void ExpressionResolver::warnOfRepetition(const Node& n, const std::vector<Expression>& items) {
  std::vector<std::size_t> options;
  for (const Expression& item : items)
    if (item.root().op == Expression::Op::option)
      options.push_back(item.root().value);
  std::ranges::sort(options);
  const auto twice = std::ranges::adjacent_find(options);
  if (twice != options.end())
    names_.warning("S0405", n.words,
                   '`' + conflict_.nameOf(OptionId(*twice)) +
                       "` stands twice in this list, and counts twice");
}

// Stands in the condition as a define beyond those of the conflict.
void ExpressionResolver::stability(const syntax::Stability& asked) {
  model::Stability found;
  bool whole = true;
  for (const auto name : asked.parties) {
    const auto parties = names_.partyOrFamily(name);
    whole = whole && parties;
    if (parties)
      found.parties.insert(found.parties.end(), parties->begin(), parties->end());
  }
  for (const auto name : asked.concepts) {
    const auto known = names_.concept_(name);
    whole = whole && known;
    if (known)
      found.concepts.push_back(*known);
  }
  if (!whole)
    return poison();
  push(Expression::define(model::DefineId(conflict_.defines.size() + stabilities_.size())));
  stabilities_.push_back(std::move(found));
}

// --- names

void ExpressionResolver::reference(const syntax::Reference& ref) {
  if (ref.first.empty())
    return poison();
  if (ref.kind == syntax::Reference::Kind::plain)
    return single(ref, self_ ? Names::Use::conditionOfEach : Names::Use::condition);
  const auto options = optionsOf(ref, self_);
  if (!options)
    return poison();
  const bool single = ref.kind == syntax::Reference::Kind::member && !names_.families.contains(ref.first);
  if (single)
    return push(Expression::option(options->front()));
  listAlone(ref, options->size());
  poison();
}

/// The state that a query calls by its name, by its letters or as `status quo`; none if it calls none so.
std::optional<model::Pattern> ExpressionResolver::stateCalled(syntax::Words name) const {
  if (!asks_ || names_.options.contains(name) || names_.defines.contains(name))
    return std::nullopt;
  if (name.starts_with("status "))
    return conflict_.statusQuo ? std::optional(model::Pattern(*conflict_.statusQuo)) : std::nullopt;
  if (const auto known = names_.states.find(name); known != names_.states.end()) {
    using Called = model::StateRef::Kind;
    const auto [kind, value, range] = known->second;
    if (kind == Called::named && value < conflict_.named.size())
      return model::Pattern(conflict_.named[value].state);
    if (kind == Called::listed && value < conflict_.listed.size())
      return conflict_.listed[value].pattern;
  }
  const bool letters =
      name.size() == conflict_.options.size() && name.find_first_not_of("YN") == std::string_view::npos;
  return letters ? model::Pattern::parse(name) : std::nullopt;
}

void ExpressionResolver::single(const syntax::Reference& ref, Names::Use use) {
  if (const auto state = stateCalled(ref.first); state && state->size() == conflict_.options.size()) {
    std::vector<Expression> choices;
    for (std::size_t i = 0; i < state->size(); ++i)
      if (const OptionId id(i); (*state)[id] != model::Choice::either)
        choices.push_back(state->taken(id) ? Expression::option(id)
                                           : Expression::negation(Expression::option(id)));
    if (!expansion_.conditions(choices.size(), ref.words))
      return poison();
    return push(Expression::join(Expression::Op::conjunction, std::move(choices)));
  }
  const auto found = names_.bare(ref.first, use, wisher_);
  if (!found)
    return poison();
  push(found->option ? Expression::option(*found->option) : Expression::define(*found->define));
}

// `Guarantors.ground` where one condition should stand.
void ExpressionResolver::listAlone(const syntax::Reference& ref, std::size_t options) {
  const std::string words(ref.words);
  auto& d = names_.error("S0210", ref.words,
                         inMarks(ref.words) + " is a list of " + std::to_string(options) +
                             (options == 1 ? " option" : " options") + ", not one condition");
  d.help = options > 1 ? "count over it: `any of " + words + "`, `all of " + words + "`, `at least 2 of " +
                             words + "`, …"
                       : "count over it: `any of " + words + '`';
  if (!self_ || ref.second.empty())
    return;
  const std::string own = "self." + std::string(ref.second);
  d.help = "write " + inMarks(own) + " for the member's own; to " + d.help;
  d.propose(d.range, own);
}

void ExpressionResolver::listItem(const syntax::Reference& ref) {
  if (ref.first.empty())
    return poison();
  if (ref.kind == syntax::Reference::Kind::plain)
    return single(ref, Names::Use::list);
  const auto options = optionsOf(ref, self_);
  if (!options)
    return poison();
  if (!expansion_.conditions(options->size(), ref.words))
    return poison();
  for (const OptionId id : *options)
    values_.push_back(Expression::option(id));
  widths_.push_back(options->size());
}

std::optional<std::vector<OptionId>>
ExpressionResolver::optionsOf(const syntax::Reference& ref, std::optional<PartyId> self, Names::Use use) {
  self_ = self;
  if (ref.first.empty())
    return std::nullopt;
  if (ref.kind == syntax::Reference::Kind::plain) {
    const auto found = names_.bare(ref.first, use, wisher_);
    if (found && found->option)
      return std::vector{*found->option};
    if (found)
      names_.error("S0209", ref.first, inMarks(ref.first) + " is a definition, not an option").help =
          "name the options that are taken";
    return std::nullopt;
  }
  const auto family = names_.families.find(ref.first);
  if (family != names_.families.end())
    return familyOptions(ref, family->second);
  const auto owner = ownerOf(ref);
  if (!owner)
    return std::nullopt;
  if (ref.kind == syntax::Reference::Kind::all)
    return allOf(*owner);
  const auto option = names_.option(*owner, ref.first, ref.second);
  if (!option)
    return std::nullopt;
  return std::vector{*option};
}

std::optional<PartyId> ExpressionResolver::ownerOf(const syntax::Reference& ref) {
  if (ref.ofSelf()) {
    if (!self_)
      names_.error("S0208", ref.words, "`self` has no meaning outside `prefer each`").help =
          "name the party itself";
    return self_;
  }
  const auto party = names_.parties.find(ref.first);
  if (party != names_.parties.end())
    return party->second;
  names_.unknownOwner(ref.first);
  return std::nullopt;
}

std::vector<OptionId> ExpressionResolver::allOf(PartyId party) const {
  const auto& p = conflict_.party(party);
  std::vector<OptionId> all;
  for (std::size_t i = 0; i < p.optionCount; ++i)
    all.emplace_back(p.firstOption + i);
  return all;
}

std::optional<std::vector<OptionId>> ExpressionResolver::familyOptions(const syntax::Reference& ref,
                                                                       model::FamilyId id) {
  std::vector<OptionId> options;
  for (const PartyId member : conflict_.families[id.index()].members) {
    if (ref.kind == syntax::Reference::Kind::all) {
      const auto own = allOf(member);
      options.insert(options.end(), own.begin(), own.end());
      continue;
    }
    const auto option = names_.option(member, ref.first, ref.second);
    if (!option)
      return std::nullopt;
    options.push_back(*option);
  }
  return options;
}

} // namespace stasis::language
