#include "report/ask/point_words.h"

#include "language/words/expression_text.h"
#include "report/telling/outcome_name.h"
#include "report/telling/path_words.h"
#include "report/telling/state_words.h"

#include <fmt/format.h>

#include <set>

namespace stasis::report {

using analysis::Point;
using analysis::PointKind;
using model::Prioritised;

namespace {

std::string marked(const std::string& words) { return '`' + words + '`'; }

const model::Pattern& patternOf(const model::Conflict& conflict, const model::StateRef& ref) {
  if (ref.kind == model::StateRef::Kind::named)
    return conflict.named[ref.value].state;
  return conflict.listed[ref.kind == model::StateRef::Kind::number ? ref.value - 1 : ref.value].pattern;
}

/// The place of a state in a ranking, by what the two mean.
std::size_t classOf(const model::Conflict& conflict, const model::Ranking& ranking,
                    const model::StateRef& state) {
  const auto& meant = patternOf(conflict, state);
  for (std::size_t k = 0; k < ranking.classes.size(); ++k)
    for (const auto& ref : ranking.classes[k])
      if (const auto& pattern = patternOf(conflict, ref);
          pattern == meant || (meant.isState() && pattern.covers(meant)))
        return k;
  return ranking.classes.size();
}

} // namespace

PointWords::PointWords(const model::Conflict& conflict, const language::SourceText* source)
    : conflict_(conflict), source_(source), names_(conflict) {}

std::string PointWords::question(const Point& point) const {
  const std::string who = whose(point);
  const auto all = things(point);
  switch (point.kind) {
  case PointKind::line: {
    const auto& said = std::get<Prioritised>(conflict_.party(point.parties.front()).preference);
    const bool last = point.at + 1 == said.tiers.size();
    return fmt::format("Does {} want {}{}?", who, marked(all[0].words),
                       last ? "" : " before " + marked(tier(point, point.at + 1).words));
  }
  case PointKind::assumption:
    return fmt::format("Does {} want {}, as is assumed?", who, marked(all[0].words));
  case PointKind::pair:
    return fmt::format("Would {} rather have {} than {}?", who, all[0].words, all[1].words);
  case PointKind::order:
    return fmt::format("Would {} rather have {} without {} than {} without {}?", who, marked(all[0].words),
                       marked(all[1].words), marked(all[1].words), marked(all[0].words));
  case PointKind::direction:
    return point.way == model::Direction::irrevocable
               ? fmt::format("Once {} has taken {}, is it bound to it?", who, marked(all[0].words))
               : fmt::format("Once {} has dropped {}, is it dropped for good?", who, marked(all[0].words));
  }
  return {};
}

std::string PointWords::otherwise(const Point& point) const {
  switch (point.kind) {
  case PointKind::line:
  case PointKind::assumption: return "it does not matter to " + whose(point);
  case PointKind::pair:
  case PointKind::order: return "the other way round";
  case PointKind::direction: return "it can be changed back";
  }
  return {};
}

std::string PointWords::whose(const Point& point) const {
  const auto& first = conflict_.party(point.parties.front());
  if (point.parties.size() == 1 || !first.family)
    return conflict_.labelOf(point.parties.front());
  const auto& family = conflict_.families[first.family->index()];
  return "each of " + (family.label.empty() ? family.name : family.label);
}

std::string PointWords::party(const Point& point) const {
  const auto& first = conflict_.party(point.parties.front());
  return point.parties.size() > 1 && first.family ? conflict_.families[first.family->index()].name
                                                  : first.name;
}

std::string PointWords::wanted(const Point& point, const model::Statement& statement) const {
  if (point.parties.size() == 1)
    return language::foldableText(statement.wanted, conflict_, names_).text;
  // Each member has a copy of its own; only the file has the line that all of them share.
  const std::string_view line =
      source_ == nullptr || statement.range.empty()
          ? std::string_view()
          : source_->text().substr(statement.range.begin, statement.range.end - statement.range.begin);
  if (line.empty() || line.find_first_of("#\n\"") != std::string_view::npos)
    return language::foldableText(statement.wanted, conflict_, names_, point.parties.front()).text;
  return std::string(line);
}

PointWords::Thing PointWords::tier(const Point& point, std::size_t at) const {
  const auto& said = std::get<Prioritised>(conflict_.party(point.parties.front()).preference);
  std::vector<std::string> words;
  for (const auto& statement : said.tiers[at])
    words.push_back(wanted(point, statement));
  const auto& first = said.tiers[at].front();
  return {first.range, &first.because, joined(words, " | ")};
}

std::string PointWords::stateWords(const model::StateRef& state) const {
  const auto& pattern = patternOf(conflict_, state);
  const std::string name = stateName(conflict_, pattern);
  const std::string title = outcomeName(conflict_, pattern);
  return title.empty() || title == name
             ? name
             : fmt::format("\"{}\"{}", title, name.empty() ? "" : " (" + name + ")");
}

std::vector<PointWords::Thing> PointWords::things(const Point& point) const {
  static const std::vector<model::Citation> nothingCited;
  const auto& party = conflict_.party(point.parties.front());
  switch (point.kind) {
  case PointKind::line: return {tier(point, point.at)};
  case PointKind::order: return {tier(point, point.at), tier(point, point.at + 1)};
  case PointKind::direction: {
    const auto& option = conflict_.option(point.options.front());
    return {{option.range, &option.because, option.name}};
  }
  case PointKind::pair: {
    const auto& pair = party.unsure[point.at];
    const auto& ranking = std::get<model::Ranking>(party.preference);
    const bool asWritten = classOf(conflict_, ranking, pair.one) < classOf(conflict_, ranking, pair.other);
    const auto& better = asWritten ? pair.one : pair.other;
    const auto& worse = asWritten ? pair.other : pair.one;
    return {{pair.range, &nothingCited, stateWords(better)}, {pair.range, &nothingCited, stateWords(worse)}};
  }
  case PointKind::assumption:
    if (const auto* said = std::get_if<Prioritised>(&party.preference)) {
      const auto& statement = said->tiers[point.at][point.statement];
      return {{statement.range, &statement.because, wanted(point, statement)}};
    }
    const auto& weight = std::get<model::Weights>(party.preference).weights[point.at];
    return {{weight.range, &weight.because, language::foldableText(weight.wanted, conflict_, names_).text}};
  }
  return {};
}

std::vector<model::Range> PointWords::ranges(const Point& point) const {
  std::vector<model::Range> ranges;
  for (const Thing& one : things(point))
    if (!one.range.empty() && (ranges.empty() || ranges.back() != one.range))
      ranges.push_back(one.range);
  return ranges;
}

std::vector<std::size_t> PointWords::lines(const Point& point) const {
  std::set<std::size_t> lines;
  if (source_ != nullptr)
    for (const Thing& one : things(point))
      if (!one.range.empty())
        lines.insert(source_->lineAt(one.range.begin));
  return {lines.begin(), lines.end()};
}

std::string PointWords::place(const Point& point) const {
  std::vector<std::string> numbers;
  for (const std::size_t line : lines(point))
    numbers.push_back(std::to_string(line));
  return numbers.empty() ? "" : (numbers.size() == 1 ? "line " : "lines ") + enumerated(numbers);
}

std::vector<const model::Citation*> PointWords::because(const Point& point) const {
  std::vector<const model::Citation*> all;
  if (point.kind == PointKind::line || point.kind == PointKind::order) {
    const auto& said = std::get<Prioritised>(conflict_.party(point.parties.front()).preference);
    const std::size_t last = point.kind == PointKind::line ? point.at : point.at + 1;
    for (std::size_t t = point.at; t <= last; ++t)
      for (const auto& statement : said.tiers[t])
        for (const auto& citation : statement.because)
          all.push_back(&citation);
    return all;
  }
  for (const Thing& one : things(point))
    for (const auto& citation : *one.because)
      all.push_back(&citation);
  return all;
}

PointWords::Beside PointWords::beside(const Point& point) const {
  if (point.kind != PointKind::line)
    return {};
  const auto& said = std::get<Prioritised>(conflict_.party(point.parties.front()).preference);
  if (point.at + 1 == said.tiers.size())
    return {};
  Beside beside{tier(point, point.at + 1).words, {}};
  for (const auto& statement : said.tiers[point.at + 1])
    for (const auto& citation : statement.because)
      beside.because.push_back(&citation);
  return beside;
}

std::vector<std::string> PointWords::evidence(const Point& point) const {
  std::vector<std::string> all;
  const auto quoted = [&](const model::Citation& citation) {
    return fmt::format("{} \"{}\"", conflict_.source(citation.source).name, citation.words);
  };
  for (const auto* citation : because(point))
    all.push_back("because " + quoted(*citation));
  const Beside other = beside(point);
  for (const auto* citation : other.because)
    all.push_back(fmt::format("{} because {}", marked(other.line), quoted(*citation)));
  return all;
}

std::vector<const model::Citation*> PointWords::citedOf(model::PartyId id) const {
  std::vector<const model::Citation*> all;
  const auto& party = conflict_.party(id);
  const auto add = [&](const std::vector<model::Citation>& because) {
    for (const auto& citation : because)
      all.push_back(&citation);
  };
  add(party.because);
  for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o)
    add(conflict_.options[o].because);
  if (const auto* said = std::get_if<Prioritised>(&party.preference))
    for (const auto& tier : said->tiers)
      for (const auto& statement : tier)
        add(statement.because);
  if (const auto* weights = std::get_if<model::Weights>(&party.preference))
    for (const auto& weight : weights->weights)
      add(weight.because);
  return all;
}

std::vector<std::string> PointWords::whoCouldSay(const Point& point) const {
  std::vector<std::string> who{whose(point)};
  auto cited = because(point);
  if (cited.empty())
    cited = citedOf(point.parties.front());
  std::set<std::size_t> sources;
  for (const auto* citation : cited)
    sources.insert(citation->source.index());
  for (const std::size_t s : sources)
    who.push_back("whoever wrote " + marked(conflict_.sources[s].name));
  return who;
}

} // namespace stasis::report
