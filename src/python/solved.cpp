#include "python/solved.h"

#include "cli/command_line.h"
#include "cli/concepts.h"
#include "cli/guarded.h"
#include "cli/states_where.h"
#include "report/telling/state_row.h"

#include <unordered_map>

namespace stasis::python {

namespace {

using model::OptionId;
using model::PartyId;
using stability::StateSet;

constexpr std::uint8_t letter(model::Choice choice) {
  return choice == model::Choice::yes ? 1 : choice == model::Choice::no ? 0 : 2;
}

} // namespace

std::unique_ptr<Solved> Solved::open(const std::vector<std::string>& words, std::uint64_t most,
                                     std::unique_ptr<cli::Hosted> hosted, cli::Exit& status,
                                     std::string& said) {
  std::unique_ptr<Solved> solved(new Solved);
  solved->hosted_ = std::move(hosted);
  if (solved->read(words, most, status))
    return solved;
  said = solved->hosted_->said;
  return nullptr;
}

bool Solved::read(const std::vector<std::string>& words, std::uint64_t most, cli::Exit& status) {
  const cli::Hosting hosting(*hosted_);
  status = cli::Exit::usage;
  const auto arguments = cli::readArguments(*cli::findVerb("solve"), words);
  if (const auto* usage = std::get_if<cli::Usage>(&arguments)) {
    hosted_->said = usage->message;
    return false;
  }
  const auto& given = std::get<cli::Arguments>(arguments);
  console_ = std::make_unique<cli::Console>(given);
  status = cli::guarded(*console_, [&] {
    cli::ConceptsAsked asked;
    if (!cli::readConceptsForAll(given, asked, *console_))
      return cli::Exit::usage;
    auto opening = cli::openModel(given.operands.front(), given, *console_);
    if (!opening.model)
      return opening.status;
    model_ = std::move(opening.model);
    auto& engine = *model_->engine;
    auto chosen = cli::conceptsFor(asked, engine, *console_);
    if (!chosen)
      return cli::Exit::usage;
    concepts_ = std::move(*chosen);
    const auto count = engine.count(engine.feasible());
    if (count > most) {
      console_->sayError("there are " + count.get_str() + " states, and arrays hold at most " +
                             std::to_string(most),
                         "`most` sets the limit; `where` asks of some states");
      return cli::Exit::limit;
    }
    const auto solution = stability::solve(engine, concepts_);
    if (solution.stopped)
      return cli::sayStopped(solution.stopped->limit, solution.stopped->message, *console_);
    fill(solution);
    return cli::Exit::done;
  });
  return status == cli::Exit::done;
}

void Solved::fill(const stability::Solution& solution) {
  auto& engine = *model_->engine;
  const auto& conflict = engine.conflict();
  patterns_ = engine.list(engine.feasible(), SIZE_MAX);
  for (const auto& pattern : patterns_) {
    for (std::size_t i = 0; i < conflict.options.size(); ++i)
      taken_.push_back(letter(pattern[OptionId(i)]));
    for (std::size_t p = 0; p < conflict.parties.size(); ++p)
      if (const auto place = engine.place(PartyId(p), pattern))
        ranks_.push_back(static_cast<std::uint32_t>(*place));
  }
  if (ranks_.size() != patterns_.size() * conflict.parties.size())
    ranks_.clear();
  const auto append = [this](std::vector<std::uint8_t>& to, StateSet set) {
    const auto more = marks(set);
    to.insert(to.end(), more.begin(), more.end());
  };
  for (const auto& answer : solution.concepts) {
    for (const auto& set : answer.stable)
      append(stable_, *set);
    append(equilibria_, *answer.equilibria);
  }
}

std::vector<std::uint8_t> Solved::marks(StateSet set) {
  std::vector<std::uint8_t> in;
  in.reserve(patterns_.size());
  for (const auto& pattern : patterns_)
    in.push_back(model_->engine->contains(set, pattern) ? 1 : 0);
  return in;
}

std::vector<std::string> Solved::parties() const {
  std::vector<std::string> all;
  for (const auto& party : model_->engine->conflict().parties)
    all.push_back(party.name);
  return all;
}

std::vector<std::string> Solved::options() const {
  const auto& conflict = model_->engine->conflict();
  std::vector<std::string> all;
  for (std::size_t i = 0; i < conflict.options.size(); ++i)
    all.push_back(conflict.nameOf(OptionId(i)));
  return all;
}

std::vector<std::string> Solved::concepts() const {
  std::vector<std::string> all;
  for (const auto concept_ : concepts_)
    all.emplace_back(model::row(concept_).key);
  return all;
}

std::vector<std::string> Solved::names() const {
  std::vector<std::string> all;
  for (const auto& pattern : patterns_)
    all.push_back(report::stateRow(*model_->engine, {}, pattern).name);
  return all;
}

std::optional<std::vector<std::uint8_t>> Solved::where(const std::string& expression, std::string& said) {
  const std::scoped_lock lock(working_);
  const cli::Hosting hosting(*hosted_);
  const std::size_t before = hosted_->said.size();
  const auto asked = cli::statesWhere(expression, *model_->engine, *console_);
  said = hosted_->said.substr(before);
  return asked ? std::optional(marks(asked->where)) : std::nullopt;
}

Moves Solved::moves() {
  const std::scoped_lock lock(working_);
  auto& engine = *model_->engine;
  std::unordered_map<std::string, std::uint32_t> rows;
  for (std::uint32_t i = 0; i < patterns_.size(); ++i)
    rows.emplace(patterns_[i].letters(), i);
  Moves all;
  for (std::uint32_t i = 0; i < patterns_.size(); ++i) {
    hosted_->errand.check();
    const stability::Scratch scratch(engine);
    const StateSet here = engine.matching({patterns_[i]});
    for (std::uint32_t p = 0; p < engine.conflict().parties.size(); ++p) {
      const auto reached = [&](model::Relation along) {
        return engine.without(engine.reachedFrom(here, PartyId(p), along), here);
      };
      const StateSet better = reached(model::Relation::better);
      for (const auto& to : engine.list(reached(model::Relation::always), SIZE_MAX)) {
        all.from.push_back(i);
        all.to.push_back(rows.at(to.letters()));
        all.party.push_back(p);
        all.improves.push_back(engine.contains(better, to) ? 1 : 0);
      }
    }
  }
  return all;
}

} // namespace stasis::python
