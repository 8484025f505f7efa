#pragma once

// Enters what a file declares — sources, parties, families with their members, options, defines, states —
// into the conflict and the table of names, before anything is called by its name. Reports what is declared
// twice.

#include "language/resolving/expansion.h"
#include "language/resolving/names.h"

namespace stasis::language {

void declare(const syntax::File& file, model::Conflict& conflict, Names& names, Expansion& expansion);

/// The defines that could be entered, each after those it names (indices into `file.defines`); the order of
/// writing where that is free. Reports definitions that go round in a circle or nest too deep.
std::vector<std::size_t> orderOfDefines(const syntax::File& file, const Names& names);

} // namespace stasis::language
