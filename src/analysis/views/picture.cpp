#include "analysis/views/picture.h"

#include "analysis/states/state_reference.h"

#include <algorithm>
#include <unordered_map>

namespace stasis::analysis {

using model::Conflict;
using model::Constraint;
using model::Expression;
using model::Pattern;
using model::StateRef;
using model::View;
using stability::StateSet;

namespace {

class Painter {
public:
  Painter(stability::Engine& whole, stability::Engine& below, const View& view)
      : whole_(whole), below_(below), view_(view), out_(below.conflict()) {}

  Conflict paint() {
    out_.title += ", " + viewWords(out_, view_);
    out_.expectations.clear();
    if (out_.listed.empty())
      constrain();
    else
      shortenList();
    for (model::Party& party : out_.parties)
      references(party, below_);
    wishes();
    return std::move(out_);
  }

private:
  /// What the view does not let be there, as constraints.
  void constrain() {
    hidden_ = view_.constraints;
    for (const View::Unaware& one : view_.unaware)
      hidden_.push_back({Expression::negation(Expression::option(one.option)), one.because, one.range});
    for (const View::Blind& one : view_.blind)
      if (auto condition = conditionOf(one))
        hidden_.push_back({Expression::negation(std::move(*condition)), one.because, one.range});
    out_.constraints.insert(out_.constraints.end(), hidden_.begin(), hidden_.end());
  }

  /// None for a state that does not exist.
  std::optional<Expression> conditionOf(const View::Blind& blind) {
    if (const auto* condition = std::get_if<Expression>(&blind.what))
      return *condition;
    const auto state = patternOf(whole_, std::get<StateRef>(blind.what));
    if (!state)
      return std::nullopt;
    std::vector<Expression> literals;
    for (std::size_t i = 0; i < state->size(); ++i) {
      const model::OptionId option(i);
      literals.push_back(state->taken(option) ? Expression::option(option)
                                              : Expression::negation(Expression::option(option)));
    }
    return Expression::join(Expression::Op::conjunction, std::move(literals));
  }

  void shortenList() {
    StateSet seen = below_.feasible();
    for (const Constraint& one : view_.constraints)
      seen = below_.both(seen, below_.where(one.holds));
    for (const View::Unaware& one : view_.unaware)
      seen = below_.without(seen, below_.where(Expression::option(one.option)));
    for (const View::Blind& one : view_.blind)
      seen = below_.without(seen, blinded(one));
    std::erase_if(out_.listed,
                  [&](const model::ListedState& line) { return !below_.contains(seen, line.pattern); });
    for (std::size_t k = 0; k < out_.listed.size(); ++k)
      lines_.emplace(out_.listed[k].pattern.letters(), k);
  }

  StateSet blinded(const View::Blind& blind) {
    if (const auto* condition = std::get_if<Expression>(&blind.what))
      return below_.where(*condition);
    const auto state = patternOf(whole_, std::get<StateRef>(blind.what));
    return below_.matching(state ? std::vector{*state} : std::vector<Pattern>());
  }

  void wishes() {
    for (const View::Wish& wish : view_.wishes) {
      model::Party& party = out_.parties[wish.party.index()];
      party.preference = wish.preference;
      party.unsure.clear();
      if (auto* ranking = std::get_if<model::Ranking>(&party.preference))
        shorten(*ranking, whole_);
    }
    for (const View::Regard& regard : view_.regards)
      out_.parties[regard.party.index()].attitudes = regard.attitudes;
  }

  // --- references to states

  /// `by`: the engine of the conflict that they are made in.
  void references(model::Party& party, stability::Engine& by) {
    if (auto* ranking = std::get_if<model::Ranking>(&party.preference))
      shorten(*ranking, by);
    std::erase_if(party.unsure,
                  [&](model::UnsurePair& pair) { return !keep(pair.one, by) || !keep(pair.other, by); });
    if (party.moves)
      std::erase_if(*party.moves,
                    [&](model::Move& move) { return !keep(move.from, by) || !keep(move.to, by); });
  }

  /// Without the hidden states, and the classes that are empty then; `>>` stands between what it stood
  /// between.
  void shorten(model::Ranking& ranking, stability::Engine& by) {
    model::Ranking kept;
    kept.range = ranking.range;
    bool strong = false;
    for (std::size_t k = 0; k < ranking.classes.size(); ++k) {
      auto& tie = ranking.classes[k];
      std::erase_if(tie, [&](StateRef& state) { return !keep(state, by); });
      if (!tie.empty()) {
        if (strong && !kept.classes.empty())
          kept.strongAfter.push_back(kept.classes.size() - 1);
        strong = false;
        kept.classes.push_back(std::move(tie));
      }
      strong = strong || std::ranges::binary_search(ranking.strongAfter, k);
    }
    ranking = std::move(kept);
  }

  /// False if the state is hidden; else the reference means the same state in the picture.
  bool keep(StateRef& reference, stability::Engine& by) {
    const auto state = patternOf(by, reference);
    if (!state)
      return true;
    if (!below_.conflict().listed.empty()) {
      const auto line = lines_.find(state->letters());
      if (line == lines_.end())
        return false;
      reference.kind = StateRef::Kind::listed;
      reference.value = line->second;
      return true;
    }
    if (!below_.contains(below_.feasible(), *state))
      return false;
    for (const Constraint& one : hidden_)
      if (!model::holds(one.holds, out_, *state))
        return false;
    if (reference.kind == StateRef::Kind::number) {
      reference.kind = StateRef::Kind::named;
      reference.value = named(*state);
    }
    return true;
  }

  /// The place of the state among the named ones; by its letters, which no text shows as a name.
  std::size_t named(const Pattern& state) {
    const auto [known, isNew] = named_.emplace(state.letters(), out_.named.size());
    if (isNew)
      out_.named.push_back({state.letters(), {}, state, {}});
    return known->second;
  }

  stability::Engine& whole_;
  stability::Engine& below_;
  const View& view_;
  Conflict out_;
  std::vector<Constraint> hidden_; ///< without a list of states: what every state of the picture satisfies
  std::unordered_map<std::string, std::size_t> lines_; ///< of the picture's list, by letters
  std::unordered_map<std::string, std::size_t> named_; ///< states named here, by letters
};

} // namespace

Conflict pictureOf(stability::Engine& whole, stability::Engine& below, const View& view) {
  return Painter(whole, below, view).paint();
}

std::string viewWords(const Conflict& conflict, const View& view) {
  const std::string& of = conflict.party(view.of).name;
  return view.by ? "what " + conflict.party(*view.by).name + " thinks " + of + " sees"
                 : "as " + of + " sees it";
}

} // namespace stasis::analysis
