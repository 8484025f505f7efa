#pragma once

// The relation of a word to its head: those of Universal Dependencies 2 (de Marneffe, Manning, Nivre, Zeman
// 2021) with the subtypes that English treebanks use. `nmod:poss` is a relation of its own; `base` gives
// `nmod`. Relations with fewer than a few dozen occurrences in treebanks are read as their base.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace stasis::evidence::grammar {

// clang-format off
enum class Relation : std::uint8_t {
  root, acl, aclRelcl, advcl, advclRelcl, advmod, amod, appos, aux, auxPass, case_, cc, ccPreconj, ccomp, compound,
  compoundPrt, conj, cop, csubj, csubjPass, dep, det, detPredet, discourse, dislocated, expl, fixed, flat, goeswith,
  iobj, list, mark, nmod, nmodDesc, nmodPoss, nmodUnmarked, nsubj, nsubjOuter, nsubjPass, nummod, obj, obl, oblAgent,
  oblUnmarked, orphan, parataxis, punct, reparandum, vocative, xcomp
};

inline constexpr std::array<std::string_view, 50> relationNames{
  "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
  "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:pass", "dep", "det", "det:predet",
  "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc",
  "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent",
  "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp"};
// clang-format on

/// The name as in treebanks: `nsubj:pass`. O(1).
constexpr std::string_view nameOf(Relation r) { return relationNames[static_cast<std::size_t>(r)]; }

/// The relation of a name; that of its base if only the base is known (`flat:foreign` is `flat`); else none.
std::optional<Relation> relationOf(std::string_view name);

/// The relation without its subtype: `nsubj` of `nsubj:pass`. O(1).
Relation base(Relation r);

} // namespace stasis::evidence::grammar
