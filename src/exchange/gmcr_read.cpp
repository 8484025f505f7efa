#include "exchange/feasible_states.h"
#include "exchange/gmcr.h"
#include "exchange/gmcr_conditions.h"
#include "exchange/gmcr_file.h"
#include "exchange/gmcr_ranking.h"
#include "exchange/identifier.h"
#include "exchange/listed_moves.h"
#include "exchange/readable_constraints.h"
#include "language/lexing/any_script.h"
#include "language/lexing/token.h"
#include "model/lower_case.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace stasis::exchange {

using model::Direction;
using model::OptionId;
using model::Party;
using model::PartyId;
using model::Range;
using nlohmann::json;

namespace {

constexpr std::uint64_t mostRankedStates = std::uint64_t{1} << 20U;
constexpr std::uint64_t mostSteps = std::uint64_t{1} << 26U;

/// The file's name without folders and ending; a fixed title for standard input.
std::string titleFrom(std::string_view path) {
  if (path.starts_with('<'))
    return "Imported conflict";
  path = path.substr(path.find_last_of("/\\") + 1);
  return std::string(path.substr(0, path.ends_with(".gmcr") ? path.size() - 5 : path.size()));
}

/// Options are lower case by convention in this language, which also keeps them apart from parties.
class Reader {
public:
  Reader(const JsonText& text, language::Problems& problems)
      : file_(text, problems), conditions_(file_, idOf_) {}

  std::optional<model::Conflict> run(std::string title) {
    for (const Range place : file_.text().repeatedKeys())
      file_.problems().warning("S0708", place, "this key stands twice in its object; the last one counts");
    if (!file_.isObject(file_.root(), "a .gmcr file"))
      return std::nullopt;
    conflict_.title = textAt(file_.root(), "title").value_or(std::move(title));
    options();
    decisionMakers();
    arrange();
    statusQuo();
    infeasibles();
    preferences();
    misperceptions();
    coalitions();
    if (file_.problems().errors() > 0)
      return std::nullopt;
    return std::move(conflict_);
  }

  model::Views takeViews() { return std::move(views_); }

private:
  struct FileOption {
    std::string name;
    std::string id; ///< the name of this language, where this program wrote the file
    Direction direction = Direction::both;
    std::optional<std::size_t> owner;
    Range range;
  };
  struct FileParty {
    const json* written;
    std::string name;
    std::string id;
    std::vector<std::size_t> options;
  };

  GmcrFile file_;
  std::vector<OptionId> idOf_; ///< by position in the file's list of options
  GmcrConditions conditions_;
  model::Conflict conflict_;
  std::vector<FileOption> options_;
  std::vector<FileParty> parties_;
  Cubes infeasible_;
  model::Views views_;

  // --- keys that only this program writes and GMCR+ ignores

  static std::optional<std::string> textAt(const json& object, const char* key) {
    const json* found = GmcrFile::find(object, key);
    return found != nullptr && found->is_string() && !found->get_ref<const std::string&>().empty()
               ? std::optional(found->get<std::string>())
               : std::nullopt;
  }

  static std::string idOf(const json& thing) {
    const auto id = textAt(thing, "id");
    return id && language::isName(*id) && language::wordOf(*id) == language::Word::none_ ? *id : "";
  }

  /// Letters for the options of the file, in its order.
  void statusQuo() {
    const auto letters = textAt(file_.root(), "statusQuo");
    if (!letters || letters->size() != options_.size() ||
        letters->find_first_not_of("YN") != std::string::npos)
      return;
    conflict_.statusQuo.emplace(options_.size(), model::Choice::no);
    for (std::size_t i = 0; i < options_.size(); ++i)
      if ((*letters)[i] == 'Y')
        conflict_.statusQuo->set(idOf_[i], model::Choice::yes);
    conflict_.statusQuoRange = file_.place(file_.root()["statusQuo"]);
  }

  // --- options and decision makers

  void options() {
    for (const json& written : file_.list(file_.root(), "options", true)) {
      FileOption option{.range = file_.place(written)};
      if (file_.isObject(written, "an option")) {
        option.name = file_.name(written, "an option");
        option.id = idOf(written);
        option.direction = direction(written);
        option.range = file_.placeOfName(written);
      }
      options_.push_back(std::move(option));
    }
  }

  Direction direction(const json& option) {
    const json* written = GmcrFile::find(option, "permittedDirection");
    if (written == nullptr || *written == "both")
      return Direction::both;
    if (*written == "fwd")
      return Direction::irrevocable;
    if (*written == "back")
      return Direction::unresumable;
    file_.error("S0706", *written, "unknown permittedDirection",
                "it is `both`, `fwd` (once taken, stays) or `back` (once dropped, stays dropped)");
    return Direction::both;
  }

  void decisionMakers() {
    const json& all = file_.list(file_.root(), "decisionMakers", true);
    if (all.empty() && file_.problems().errors() == 0)
      file_.error("S0702", all, "the file has no decision maker");
    for (const json& written : all) {
      if (!file_.isObject(written, "a decision maker"))
        continue;
      parties_.push_back({&written, file_.name(written, "a decision maker"), idOf(written), {}});
      for (const json& index : file_.list(written, "options", true))
        if (const auto option = optionIndex(index, options_.size(), file_))
          own(index, *option);
    }
  }

  void own(const json& at, std::size_t option) {
    const std::size_t party = parties_.size() - 1;
    FileOption& owned = options_[option];
    if (owned.owner && *owned.owner != party) {
      file_.error("S0704", at,
                  "option " + std::to_string(option) + ", " + ticked(owned.name) + ", is one of " +
                      ticked(parties_[*owned.owner].name) + " already",
                  "every option belongs to one decision maker");
    } else if (!owned.owner) {
      owned.owner = party;
      parties_.back().options.push_back(option);
    }
  }

  /// Parties and their options in the order in which both programs number states.
  void arrange() {
    idOf_.resize(options_.size());
    GivenNames names;
    for (const FileParty& party : parties_)
      addParty({party.name, party.id}, file_.placeOfName(*party.written), party.options.size(), names);
    std::vector<std::size_t> ownerless;
    for (std::size_t i = 0; i < options_.size(); ++i)
      if (!options_[i].owner)
        ownerless.push_back(i);
    if (!ownerless.empty())
      addNobody(ownerless, names);
    for (std::size_t i = 0; i < parties_.size(); ++i)
      addOptions(PartyId(i), parties_[i].options, names);
    if (!ownerless.empty())
      addOptions(PartyId(parties_.size()), ownerless, names);
  }

  void addNobody(const std::vector<std::size_t>& ownerless, GivenNames& names) {
    if (file_.problems().errors() == 0)
      file_.problems()
          .warning("S0710", options_[ownerless[0]].range,
                   ownerless.size() == 1 ? "this option belongs to no decision maker"
                                         : std::to_string(ownerless.size()) +
                                               " options belong to no decision maker, this one among them")
          .note = "they go to a party that never moves";
    static const std::string nobody = "Nobody";
    static const std::string noId;
    addParty({nobody, noId}, {}, ownerless.size(), names);
    conflict_.parties.back().label = "Options of no decision maker";
    conflict_.parties.back().moves.emplace();
  }

  struct Called {
    const std::string& name;
    const std::string& id;
  };
  void addParty(Called called, Range range, std::size_t options, GivenNames& names) {
    const std::size_t before = conflict_.parties.empty() ? 0
                                                         : conflict_.parties.back().firstOption +
                                                               conflict_.parties.back().optionCount;
    Party party{.firstOption = before, .optionCount = options, .range = range};
    const std::string fallback = "party_" + std::to_string(conflict_.parties.size() + 1);
    party.name = unique(names, called.id.empty() ? identifierFrom(called.name, fallback) : called.id, range);
    party.label = called.name == party.name ? "" : called.name;
    conflict_.parties.push_back(std::move(party));
  }

  /// Every option gets a name different from all others and from every party.
  void addOptions(PartyId owner, const std::vector<std::size_t>& owned, const GivenNames& parties) {
    GivenNames names(&parties);
    for (const std::size_t index : owned) {
      const FileOption& written = options_[index];
      model::Option option{.owner = owner, .direction = written.direction, .range = written.range};
      const std::string fallback = "option_" + std::to_string(index + 1);
      const std::string wanted =
          written.id.empty() ? identifierFrom(model::lowerCase(written.name), fallback) : written.id;
      option.name = unique(names, wanted, written.range);
      option.label = written.name == option.name ? "" : written.name;
      idOf_[index] = OptionId(conflict_.options.size());
      conflict_.options.push_back(std::move(option));
    }
  }

  std::string unique(GivenNames& names, const std::string& wanted, Range range) {
    std::string given = names.give(wanted);
    if (given != wanted)
      file_.problems().warning("S0707", range, "another has the name " + ticked(wanted) + " already").note =
          "this one is called " + ticked(given) + " from here on";
    return given;
  }

  // --- infeasible states and preferences

  void infeasibles() {
    std::vector<Infeasible> all;
    for (GmcrCondition& one : conditions_.under(file_.root(), "infeasibles")) {
      infeasible_.insert(infeasible_.end(), one.cubes.begin(), one.cubes.end());
      all.push_back({std::move(one.cubes), one.range});
    }
    conflict_.constraints = readableConstraints(all);
  }

  bool ranksByHand() {
    for (const char* key : {"useManualPreferenceRanking", "useManualPreferenceVectors"})
      if (const json* flag = GmcrFile::find(file_.root(), key)) {
        if (!flag->is_boolean())
          file_.error("S0702", *flag, ticked(key) + " must be true or false, here is " + described(*flag));
        return *flag == true;
      }
    return false;
  }

  void preferences() {
    const bool byHand = ranksByHand();
    const auto states = byHand ? countStates() : std::nullopt;
    for (std::size_t i = 0; i < parties_.size(); ++i) {
      const auto statements = conditions_.under(*parties_[i].written, "preferences");
      if (byHand)
        conflict_.parties[i].preference = ranking(*parties_[i].written, states);
      else if (!statements.empty())
        conflict_.parties[i].preference = prioritised(statements);
    }
  }

  static model::Prioritised prioritised(const std::vector<GmcrCondition>& conditions) {
    model::Prioritised result{.range = conditions.front().range};
    for (const GmcrCondition& one : conditions)
      result.tiers.push_back({{expressionOf(one.cubes), {}, one.range}});
    return result;
  }

  /// None if there are more than a manual ranking can have.
  std::optional<std::uint64_t> countStates() const {
    std::uint64_t count = 0;
    const bool all = forEachStateOutside(infeasible_, conflict_.options.size(), mostSteps,
                                         [&](const model::State&) { return ++count <= mostRankedStates; });
    return all ? std::optional(count) : std::nullopt;
  }

  model::Ranking ranking(const json& decisionMaker, std::optional<std::uint64_t> states) {
    const json* written = GmcrFile::find(decisionMaker, "preferenceRanking");
    if (written == nullptr)
      written = GmcrFile::find(decisionMaker, "preferenceVector");
    if (written == nullptr || !written->is_array())
      file_.error("S0705", written != nullptr ? *written : decisionMaker,
                  "the file says that states are ranked by hand, and here is no ranking",
                  "add " + ticked("preferenceRanking") + ", or set " + ticked("useManualPreferenceRanking") +
                      " to false");
    else if (!states)
      file_.error("S0709", *written,
                  "there are more than " + std::to_string(mostRankedStates) +
                      " feasible states; a ranking by hand cannot be checked against them");
    else
      return readRanking(*written, *states, file_);
    return {};
  }

  // --- what a decision maker does not see

  void misperceptions() {
    for (std::size_t i = 0; i < parties_.size(); ++i) {
      Cubes unseen;
      for (GmcrCondition& one : conditions_.under(*parties_[i].written, "misperceptions"))
        unseen.insert(unseen.end(), one.cubes.begin(), one.cubes.end());
      if (!unseen.empty())
        listMovesOf(PartyId(i), unseen);
    }
  }

  /// In the party's own picture the states that it does not see are not there.
  void addView(PartyId id, const Cubes& unseen, Range place) {
    model::View view;
    view.of = id;
    view.range = place;
    for (const Cube& cube : unseen)
      view.blind.push_back({conditionOf(cube), {}, place});
    views_.push_back(std::move(view));
  }

  static model::Expression conditionOf(const Cube& cube) {
    std::vector<model::Expression> literals;
    for (const Literal literal : cube) {
      auto option = model::Expression::option(literal.option);
      literals.push_back(literal.taken ? std::move(option) : model::Expression::negation(std::move(option)));
    }
    return model::Expression::join(model::Expression::Op::conjunction, std::move(literals));
  }

  void listMovesOf(PartyId id, const Cubes& unseen) {
    Party& party = conflict_.parties[id.index()];
    auto moves = listMoves(conflict_, id, infeasible_, unseen);
    if (auto* listed = std::get_if<std::vector<model::Move>>(&moves)) {
      const std::size_t count = listed->size();
      file_.warn("S0718", file_.list(*parties_[id.index()].written, "misperceptions"),
                 ticked(party.name) + " does not see every state, so its moves are listed: " +
                     (count == 0
                          ? "it has none"
                          : std::to_string(count) + " between the states that it sees, none from or to "
                                                    "the others") +
                     "; in its view these states are not there for anybody");
      party.moves = std::move(*listed);
      addView(id, unseen, file_.place(file_.list(*parties_[id.index()].written, "misperceptions")));
    } else if (std::holds_alternative<TooManyMoves>(moves))
      file_.error("S0709", file_.list(*parties_[id.index()].written, "misperceptions"),
                  "the moves between the states that " + ticked(party.name) + " sees are too many to list",
                  "up to " + std::to_string(mostListedMoves) +
                      " can be; without this list it sees every state");
  }

  void coalitions() {
    const json* written = GmcrFile::find(file_.root(), "coalitions");
    if (written == nullptr || !written->is_array())
      return;
    for (const json& one : *written)
      if (one.is_array() && one.size() > 1)
        return file_.warn("S0708", one, "coalitions are not read: every decision maker acts for itself");
  }
};

} // namespace

language::Parsed readGmcr(const language::SourceText& source) {
  language::Parsed result;
  language::Problems problems;
  if (const auto text = JsonText::read(source, problems)) {
    Reader reader(*text, problems);
    result.conflict = reader.run(titleFrom(source.name()));
    if (result.conflict)
      result.views = reader.takeViews();
  }
  const std::size_t end = source.text().size();
  result.diagnostics = std::move(problems).finish({end, end});
  return result;
}

} // namespace stasis::exchange
