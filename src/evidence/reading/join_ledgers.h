#pragma once

// Several ledgers as one. Whoever is the same person bears the fullest name that any report has: a name is
// the same as a longer one that ends alike and holds all its words ("Peskov", "Dmitry Peskov"; "Donald J.
// Trump"), unless two longer ones would do. Statements of dated reports stand in the order of the dates,
// those of others behind them in the order given; ids stay those of the entry's own report.
//
// Linear in the entries; names are compared with those that end alike.

#include "evidence/ledger.h"

#include <vector>

namespace stasis::evidence {

std::vector<LedgerEntry> joinLedgers(std::vector<Ledger> ledgers);

} // namespace stasis::evidence
