#pragma once

// The answer of `verify`: how many verdicts hold and which claims fail, for people and as JSON
// (`stasis/verification-1`).

#include "analysis/explain/verify.h"
#include "report/telling/look.h"

#include <string>

namespace stasis::report {

std::string verificationText(const analysis::Verification& result, const Look& look);
std::string verificationJson(const analysis::Verification& result);

} // namespace stasis::report
