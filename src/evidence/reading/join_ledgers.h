#pragma once

// Joins several ledgers. A person gets the fullest name that any report has. A name is the same as a longer
// one that ends alike and contains all its words ("Peskov", "Dmitry Peskov"; "Donald J. Trump"), unless two
// longer ones would fit. Statements of dated reports stand in the order of the dates, those of other reports
// after them in the order given. Numbers stay those of the entry's own report.
//
// Linear in the entries; names are compared with those that end alike.

#include "evidence/ledger.h"

#include <vector>

namespace stasis::evidence {

std::vector<LedgerEntry> joinLedgers(std::vector<Ledger> ledgers);

} // namespace stasis::evidence
