#pragma once

// Shared by the tests of this folder: files of tests/exchange/data, diagnostics in one line each, and the
// table of a conflict filled by the definitions of tests/oracle.

#include "exchange/gmcr.h"
#include "exchange/gmcr_file.h"
#include "oracle/definitions.h"
#include "support/root.h"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace stasis::exchange {

inline language::SourceText dataFile(const std::string& name) {
  std::ifstream in(std::string(support::root() + "/tests/exchange/data/") + name, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return {name, text.str()};
}

/// `S0703 3:7 there is no option 9`, warnings with a `w` before the code.
inline std::vector<std::string> lines(const language::Diagnostics& diagnostics,
                                      const language::SourceText& source) {
  std::vector<std::string> result;
  for (const auto& d : diagnostics) {
    const auto place = source.place(d.range.begin);
    result.push_back((d.severity == language::Severity::warning ? "w" : "") + std::string(d.code) + ' ' +
                     std::to_string(place.line) + ':' + std::to_string(place.column) + ' ' + d.message);
  }
  return result;
}

/// Problems of a `.gmcr` text.
inline std::vector<std::string> problems(const std::string& text) {
  const language::SourceText source("test.gmcr", text);
  return lines(readGmcr(source).diagnostics, source);
}

using Words = std::vector<std::string>;

inline Words letters(const std::vector<model::Pattern>& patterns) {
  Words result;
  for (const auto& pattern : patterns)
    result.push_back(pattern.letters());
  return result;
}

inline StateTable tableOf(const oracle::Game& game) {
  StateTable table{game.feasible(), {}};
  for (std::size_t i = 0; i < game.parties(); ++i) {
    auto& ranks = table.ranks.emplace_back();
    for (std::size_t s = 0; s < game.size(); ++s) {
      std::uint32_t worse = 0;
      for (std::size_t t = 0; t < game.size(); ++t)
        worse += game.prefers(i, s, t) ? 1 : 0;
      ranks.push_back(worse);
    }
  }
  return table;
}

inline StateGraph graphOf(const oracle::Game& game) {
  StateGraph graph{tableOf(game), {}, std::vector<std::vector<model::Concept>>(game.size())};
  for (std::size_t s = 0; s < game.size(); ++s)
    for (std::size_t i = 0; i < game.parties(); ++i)
      for (const std::size_t t : game.moves(i, s))
        graph.arcs.push_back({model::PartyId(i), s, t, game.prefers(i, t, s)});
  for (const auto& row : model::concepts)
    for (const std::size_t s : game.equilibria(row.id))
      graph.equilibria[s].push_back(row.id);
  return graph;
}

} // namespace stasis::exchange
