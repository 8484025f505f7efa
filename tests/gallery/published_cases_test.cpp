// Facts of published conflicts that are kept beside the project (../shared/cases; skipped if absent), put
// into the language mechanically, must give what an independent program found in them.

#include "analysis/states/open_engine.h"
#include "language/lexing/source_text.h"
#include "language/parse.h"
#include "stability/solution.h"
#include "support/root.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

namespace stasis {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

const fs::path folder = support::root() + "/../shared/cases";

std::vector<std::string> split(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = text.find(by); at != std::string::npos; at = text.find(by, begin)) {
    parts.push_back(text.substr(begin, at - begin));
    begin = at + by.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::string joined(const std::vector<std::string>& parts, const std::string& by) {
  std::string text;
  for (const auto& part : parts)
    text += (text.empty() ? "" : by) + part;
  return text;
}

/// `NOT 3:Attack`, `(4`, `2:Withdraw = Y`: the option's number is what counts.
std::string literal(const std::string& said) {
  const auto digit = said.find_first_of("0123456789");
  const bool negated = said.find("NOT ") < digit;
  return (negated ? "not o" : "o") + std::to_string(std::stoi(said.substr(digit)));
}

/// A conjunction; or a pattern, `--01--- (3:N & 4:Y)`.
std::string conjunction(const std::string& said) {
  std::vector<std::string> parts;
  if (said.starts_with("-") || (said.find_first_not_of("01-") > 3 && said.find(':') > said.find(' '))) {
    for (std::size_t i = 0; i < said.find(' '); ++i)
      if (said[i] != '-')
        parts.push_back((said[i] == '0' ? "not o" : "o") + std::to_string(i + 1));
  } else {
    for (const auto& part : split(said, said.find(" and ") == std::string::npos ? " & " : " and "))
      parts.push_back(literal(part));
  }
  return joined(parts, " and ");
}

std::string statement(const std::string& said) {
  if (const auto at = said.find(" IF "); at != std::string::npos)
    return conjunction(said.substr(0, at)) + " if (" + conjunction(said.substr(at + 4)) + ")";
  std::vector<std::string> members;
  for (const auto& member : split(said, " OR "))
    members.push_back("(" + conjunction(member) + ")");
  return joined(members, " or ");
}

/// A case as facts, and what it is in the language.
class Case {
public:
  explicit Case(const fs::path& path) : name(path.stem()), facts(json::parse(std::ifstream(path))) {}

  std::string name;
  json facts;

  bool has(const char* key) const { return facts.contains(key); }

  std::string label(std::size_t state) const {
    return std::to_string(has("state_labels") ? facts["state_labels"][state].get<std::size_t>() : state + 1);
  }

  std::string parties() const {
    std::string text = "conflict \"" + name + "\"\n";
    std::size_t option = 0;
    for (std::size_t i = 0; i < facts["decision_makers"].size(); ++i) {
      text += "party p" + std::to_string(i + 1) + '\n';
      for (std::size_t k = 0; k < facts["decision_makers"][i]["options"].size(); ++k) {
        ++option;
        text += "  option o" + std::to_string(option) + direction(option) + '\n';
      }
    }
    return text;
  }

  std::string constraints() const {
    std::string text;
    for (const auto& one : facts["infeasible"])
      text += "never " + conjunction(one) + '\n';
    return text;
  }

  std::string states() const {
    std::string text = "states\n";
    for (std::size_t s = 0; s < facts["feasible_states"].size(); ++s) {
      text += "  s" + label(s);
      for (const char choice : facts["feasible_states"][s].get<std::string>())
        text += std::string(" ") + choice;
      text += '\n';
    }
    return text;
  }

  bool hasEvery(const char* key) const {
    return std::ranges::all_of(facts["decision_makers"], [&](const json& party) {
      return facts["preferences"][party["name"].get<std::string>()].contains(key);
    });
  }

  std::string rankings() const {
    std::string text;
    eachParty("ranking", [&](const std::string& party, const json& ranking) {
      std::vector<std::string> classes;
      for (const auto& tie : ranking) {
        std::vector<std::string> tied;
        for (const auto& state : tie)
          tied.push_back("s" + state.dump());
        classes.push_back(joined(tied, " ~ "));
      }
      text += "rank " + party + "\n  " + joined(classes, " > ") + '\n';
    });
    return text;
  }

  std::string statements() const {
    std::string text;
    eachParty("prioritized_statements_most_important_first", [&](const std::string& party, const json& said) {
      if (!said.empty())
        text += "prefer " + party + '\n';
      for (const auto& one : said)
        text += "  " + statement(one) + '\n';
    });
    return text;
  }

  std::string moves() const {
    std::string text;
    for (std::size_t i = 0; has("moves") && i < facts["decision_makers"].size(); ++i) {
      std::vector<std::string> arcs;
      for (const auto& arc : facts["moves"][facts["decision_makers"][i]["name"].get<std::string>()])
        arcs.push_back("s" + arc[0].dump() + " -> s" + arc[1].dump());
      text += "move p" + std::to_string(i + 1) + ' ' + joined(arcs, ", ") + '\n';
    }
    return text;
  }

private:
  template <class Visit> void eachParty(const char* key, Visit visit) const {
    for (std::size_t i = 0; i < facts["decision_makers"].size(); ++i)
      visit("p" + std::to_string(i + 1),
            facts["preferences"][facts["decision_makers"][i]["name"].get<std::string>()][key]);
  }

  /// Told as data in some files and in words in others.
  std::string direction(std::size_t option) const {
    for (const auto& one : facts.value("irreversible", json::array())) {
      if (one.is_object() && one["option_number"] == option)
        return one["allowed"].get<std::string>().starts_with("N->Y") ? " irrevocable" : " unresumable";
      if (one.is_string()) {
        const auto said = one.get<std::string>();
        const auto at = said.find("option ");
        if (std::stoul(at == std::string::npos ? said : said.substr(at + 7)) == option)
          return " irrevocable";
      }
    }
    return {};
  }
};

std::vector<Case> cases() {
  std::vector<fs::path> paths;
  if (fs::is_directory(folder))
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.path().extension() == ".json")
        paths.push_back(entry.path());
  std::ranges::sort(paths);
  return {paths.begin(), paths.end()};
}

/// A text, parsed and opened.
class Solved {
public:
  explicit Solved(const std::string& text) {
    const auto parsed = language::parse({"case.conflict", text});
    if (!parsed.conflict)
      throw std::runtime_error(parsed.diagnostics.at(0).message + "\n" + text);
    conflict_ = *parsed.conflict;
    auto opened = analysis::openEngine(conflict_, {}, {});
    if (!opened.engine)
      throw std::runtime_error(opened.diagnostics.at(0).message + "\n" + text);
    engine_ = std::move(opened.engine);
  }

  stability::Engine& engine() { return *engine_; }

  std::vector<std::string> states() { return letters(engine_->feasible()); }

  std::vector<std::string> equilibria(model::Concept concept_) {
    return letters(engine_->equilibria(concept_));
  }

private:
  model::Conflict conflict_;
  std::unique_ptr<stability::Engine> engine_;

  std::vector<std::string> letters(stability::StateSet set) {
    std::vector<std::string> result;
    for (const auto& state : engine_->list(set, 1'000'000))
      result.push_back(state.letters());
    return result;
  }
};

std::set<std::string> asSet(const std::vector<std::string>& list) { return {list.begin(), list.end()}; }

TEST(PublishedCases, GiveWhatAnIndependentProgramFound) {
  std::size_t compared = 0;
  for (const Case& one : cases()) {
    SCOPED_TRACE(one.name);
    const char* key =
        one.has("independent_check") ? "independent_check" : "independent_check_legal_sequences";
    const bool onlyReported = !one.has(key) && one.name == "elmira_9_states"; // recomputed there, and equal
    if (!one.has(key) && !onlyReported)
      continue;
    Solved solved(one.parties() + one.states() + one.rankings() + one.moves());
    std::map<std::string, std::string> stateOf;
    for (std::size_t s = 0; s < one.facts["feasible_states"].size(); ++s)
      stateOf[one.label(s)] = one.facts["feasible_states"][s].get<std::string>();
    for (const auto& [name, labels] : one.facts[onlyReported ? "reported" : key].items()) {
      std::set<std::string> expected;
      for (const auto& label : labels)
        expected.insert(stateOf.at(label.dump()));
      EXPECT_EQ(asSet(solved.equilibria(model::findConcept(name).value())), expected) << name;
      ++compared;
    }
  }
  if (compared == 0)
    GTEST_SKIP() << "no cases in " << folder;
  EXPECT_GE(compared, 29U); // five cases of five concepts, one of four
}

TEST(PublishedCases, InfeasibleConditionsLeaveTheFeasibleStates) {
  if (cases().empty())
    GTEST_SKIP() << "no cases in " << folder;
  for (const Case& one : cases()) {
    SCOPED_TRACE(one.name);
    if (!one.has("infeasible"))
      continue;
    Solved solved(one.parties() + one.constraints());
    if (one.has("feasible_states")) {
      EXPECT_EQ(solved.states(), one.facts["feasible_states"].get<std::vector<std::string>>());
    }
    if (one.has("feasible_state_count")) {
      const auto expected = one.facts["feasible_state_count"].get<unsigned long>();
      EXPECT_EQ(solved.engine().count(solved.engine().feasible()), expected);
    }
  }
}

// Where a case has both rankings and statements they give the same results; Elmira's statements are known not
// to give its ranking (see its notes).
TEST(PublishedCases, StatementsGiveWhatRankingsGive) {
  if (cases().empty())
    GTEST_SKIP() << "no cases in " << folder;
  std::size_t compared = 0;
  for (const Case& one : cases()) {
    SCOPED_TRACE(one.name);
    const bool hasBoth =
        one.hasEvery("ranking") && one.hasEvery("prioritized_statements_most_important_first");
    if (!hasBoth || one.name == "elmira_12_states")
      continue;
    Solved ranked(one.parties() + one.states() + one.rankings());
    Solved said(one.parties() + one.constraints() + one.statements());
    for (std::size_t i = 0; i < one.facts["decision_makers"].size(); ++i)
      for (const auto& row : model::concepts)
        EXPECT_EQ(asSet(ranked.equilibria(row.id)), asSet(said.equilibria(row.id))) << row.name;
    ++compared;
  }
  EXPECT_GE(compared, 3U);
}

TEST(PublishedCases, WithoutResultsAreSolved) {
  if (cases().empty())
    GTEST_SKIP() << "no cases in " << folder;
  for (const Case& one : cases())
    if (one.name.ends_with("NO_RESULTS")) {
      Solved solved(one.parties() + one.constraints() + one.statements());
      auto& engine = solved.engine();
      const auto nash = engine.equilibria(model::Concept::nash);
      const auto gmr = engine.equilibria(model::Concept::gmr);
      EXPECT_EQ(engine.count(engine.without(nash, gmr)), 0) << one.name << ": Nash equilibria are GMR";
      EXPECT_GT(engine.count(gmr), 0) << one.name;
    }
}

} // namespace
} // namespace stasis
