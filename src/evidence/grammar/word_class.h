#pragma once

// The classes of words: the 17 universal parts of speech of Universal Dependencies (Nivre and others 2016)
// and the Penn tags of English (Marcus, Santorini, Marcinkiewicz 1993, with the additions of the English Web
// Treebank). The Penn tag gives the form of a verb; the universal one tells auxiliaries from verbs and names
// from nouns. Each is a number below 64. Tested by names that are written and read back.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace stasis::evidence::grammar {

// clang-format off
enum class Upos : std::uint8_t {
  adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x
};

enum class Xpos : std::uint8_t {
  closeQuote, comma, hyphen, openBracket, closeBracket, stop, colon, openQuote, currency,
  add, afx, cc, cd, dt, ex, fw, gw, in, jj, jjr, jjs, ls, md, nfp, nn, nnp, nnps, nns, pdt, pos, prp, prpPoss,
  rb, rbr, rbs, rp, sym, to, uh, vb, vbd, vbg, vbn, vbp, vbz, wdt, wp, wpPoss, wrb, none
};

inline constexpr std::array<std::string_view, 17> uposNames{
  "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
  "VERB", "X"};

inline constexpr std::array<std::string_view, 50> xposNames{
  "''", ",", "HYPH", "-LRB-", "-RRB-", ".", ":", "``", "$",
  "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS",
  "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP",
  "VBZ", "WDT", "WP", "WP$", "WRB", "_"};
// clang-format on

/// The name as in treebanks: `VERB`, `VBD`. O(1).
constexpr std::string_view nameOf(Upos u) { return uposNames[static_cast<std::size_t>(u)]; }
constexpr std::string_view nameOf(Xpos x) { return xposNames[static_cast<std::size_t>(x)]; }

/// What a name stands for; none for a name that is not in the table. O(table).
std::optional<Upos> uposOf(std::string_view name);
std::optional<Xpos> xposOf(std::string_view name);

} // namespace stasis::evidence::grammar
