#pragma once

// A sequence of moves on one line, `1 ─Iraq: attack→ 4 ─Syria: escalate→ 6`; a concession has double lines,
// `1 ═MoE: modify⇒ 2`.

#include "analysis/paths/effect.h"
#include "report/telling/look.h"

#include <string>

namespace stasis::report {

/// What a move changes, in short: options taken by name, options dropped with `not`: `accept, not delay`.
std::string briefMove(const model::Conflict& conflict, const analysis::Step& step);

/// The sequence from its start, folded between moves to the page; each line is indented and has its line end.
std::string pathText(stability::Engine& engine, const analysis::Rules& rules, const model::Pattern& start,
                     const analysis::Sequence& path, std::size_t indent, const Look& look);

/// `from its 6th to its 7th place`; in words if states are not ranked one by one.
std::string whatItCosts(stability::Engine& engine, const analysis::Rules& rules, const analysis::Step& step);

/// `Nash, GMR and SMR`.
std::string enumerated(const std::vector<std::string>& names, std::string_view last = "and");

} // namespace stasis::report
