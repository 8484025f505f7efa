#include "language/resolving/silence.h"

#include "language/parsing/token_stream.h"
#include "model/mentioned_options.h"
#include "model/wishes.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace stasis::language {

using model::Conflict;
using model::PartyId;

namespace {

bool isIndifferent(const model::Preference& preference) {
  if (const auto* said = std::get_if<model::Prioritised>(&preference))
    return said->tiers.empty();
  if (const auto* weights = std::get_if<model::Weights>(&preference))
    return weights->weights.empty();
  return std::holds_alternative<std::monostate>(preference);
}

/// Of the parties, and of views.
std::vector<const model::Preference*> preferencesOf(const Conflict& conflict, const model::Views& views) {
  std::vector<const model::Preference*> all;
  for (const auto& party : conflict.parties)
    all.push_back(&party.preference);
  for (const auto& view : views)
    for (const auto& wish : view.wishes)
      all.push_back(&wish.preference);
  return all;
}

/// Options that some preference names, itself or through defines.
class Mentioned {
public:
  explicit Mentioned(const Conflict& conflict)
      : conflict_(conflict), options_(conflict.options.size(), false) {}

  void preference(const model::Preference& preference) {
    model::eachWish(preference,
                    [&](const model::Expression& wanted, model::Range) { wishes_.push_back(&wanted); });
  }

  std::vector<bool> finish() && {
    for (const model::OptionId option : model::mentionedOptions(std::move(wishes_), conflict_))
      options_[option.index()] = true;
    bool more = true;
    while (more) {
      more = false;
      for (const auto& constraint : conflict_.constraints)
        if (const auto option = decidedBy(constraint.holds)) {
          options_[option->index()] = true;
          more = true;
        }
    }
    return std::move(options_);
  }

private:
  /// The only option of `exactly one of a, b` or `a iff not b` that is not mentioned: the others say whether
  /// it is taken, so a wish that mentions them speaks of it, too.
  std::optional<model::OptionId> decidedBy(const model::Expression& constraint) const {
    using Op = model::Expression::Op;
    const Op op = constraint.root().op;
    if ((op != Op::exactly && op != Op::iff && op != Op::exclusive) || !constraint.defines().empty())
      return std::nullopt;
    std::optional<model::OptionId> open;
    for (const auto operand : constraint.operands()) {
      const bool option = operand.size() == 1 && operand.back().op == Op::option;
      const bool denied =
          operand.size() == 2 && operand.back().op == Op::negation && operand.front().op == Op::option;
      for (const auto& node : operand) {
        if (node.op != Op::option || options_[node.value])
          continue;
        if (open || !(option || denied))
          return std::nullopt;
        open = model::OptionId(node.value);
      }
    }
    return open;
  }

  const Conflict& conflict_;
  std::vector<const model::Expression*> wishes_;
  std::vector<bool> options_;
};

/// The members of each declaration, in the order of the file: one party, or those of a family.
std::vector<std::vector<PartyId>> membersOf(const syntax::File& file) {
  std::vector<std::vector<PartyId>> all;
  std::size_t next = 0;
  for (const auto& declared : file.parties) {
    auto& members = all.emplace_back();
    for (std::size_t i = 0; i < (declared.isFamily ? declared.members.size() : 1); ++i)
      members.emplace_back(next++);
  }
  return all;
}

void warnOfNoOptions(const syntax::Party& declared, const Names& names) {
  if (declared.options.empty())
    names.warning("S0213", declared.name, inMarks(declared.name) + " has no options, so it can do nothing")
        .help = declared.isFamily ? "put `option` lines below its members" : "put `option` lines below it";
}

void warnOfIndifference(const syntax::Party& declared, const std::vector<PartyId>& members,
                        const Conflict& conflict, const Names& names) {
  std::vector<PartyId> indifferent;
  std::ranges::copy_if(members, std::back_inserter(indifferent),
                       [&](PartyId id) { return isIndifferent(conflict.party(id).preference); });
  const bool all = indifferent.size() == members.size() && members.size() > 1;
  if (all) {
    names
        .warning("S0413", declared.name,
                 "no member of " + std::string(declared.name) + " has preferences: all are indifferent")
        .help = "say what they want below `prefer each " + std::string(declared.name) + '`';
    return;
  }
  for (const PartyId id : indifferent) {
    const auto& party = conflict.party(id);
    names.warning("S0413", names.words(party.range), party.name + " has no preferences: it is indifferent")
        .help = "say what it wants below `prefer " + party.name + '`';
  }
}

void warnOfUnmentioned(const syntax::Party& declared, const std::vector<PartyId>& members,
                       const Conflict& conflict, const std::vector<bool>& mentioned, const Names& names) {
  for (std::size_t i = 0; i < declared.options.size(); ++i) {
    std::vector<PartyId> without;
    for (const PartyId id : members)
      if (!mentioned[conflict.party(id).firstOption + i])
        without.push_back(id);
    if (without.empty())
      continue;
    const std::string name(declared.options[i].name);
    const bool family = declared.isFamily && members.size() > 1;
    const std::string whose = !family ? inMarks(name)
                              : without.size() == members.size()
                                  ? inMarks(std::string(declared.name) + '.' + name)
                                  : inMarks(conflict.party(without[0]).name + '.' + name) +
                                        (without.size() > 1 ? " and others" : "");
    names.warning("S0414", declared.options[i].name, "no preference mentions " + whose).help =
        "whether it is taken makes no difference to anyone, except through constraints; is a statement "
        "missing?";
  }
}

} // namespace

void warnOfSilence(const syntax::File& file, const Conflict& conflict, const model::Views& views,
                   const Names& names) {
  Mentioned mentioned(conflict);
  bool ranked = false;
  bool anyone = false;
  for (const model::Preference* preference : preferencesOf(conflict, views)) {
    mentioned.preference(*preference);
    ranked = ranked || std::holds_alternative<model::Ranking>(*preference);
    anyone = anyone || !isIndifferent(*preference);
  }
  const auto options = std::move(mentioned).finish();
  const auto members = membersOf(file);
  for (std::size_t i = 0; i < file.parties.size(); ++i) {
    warnOfNoOptions(file.parties[i], names);
    warnOfIndifference(file.parties[i], members[i], conflict, names);
    if (!ranked && anyone) // a ranking speaks of whole states, so of every option
      warnOfUnmentioned(file.parties[i], members[i], conflict, options, names);
  }
}

} // namespace stasis::language
