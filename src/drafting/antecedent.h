#pragma once

// The noun that `it` or `them` stands for, in the words before it: of the nearest sentence that has one, the
// last object or subject of the same number (recency and parallel role, after Lappin and Leass 1994). Persons
// and times are none for `it`; names are none at all: whose they are, the book of parties knows.
//
// Parses at most two sentences. Tested on pairs of sentences.

#include <optional>
#include <string>
#include <string_view>

namespace stasis::drafting {

struct Antecedent {
  std::string head;   ///< lemma: `sheet`
  std::string phrase; ///< without clauses: `the marking sheet`
};

/// True for a pronoun that stands for one or more things.
bool standsForThing(std::string_view lowerPronoun);

/// `before`: the words before the pronoun, at least of its own sentence; any length.
std::optional<Antecedent> antecedentOf(std::string_view lowerPronoun, std::string_view before);

} // namespace stasis::drafting
