#pragma once

// Certificates as JSON, `stasis/certificate-1` (docs/certificates.md). Reading is strict: a key that does not
// belong, is missing or has a value of the wrong kind is an error that names its path, so that nothing is
// taken for checked without having been read.

#include "analysis/explain/certificate.h"
#include "analysis/explain/verify.h"

#include <string>
#include <string_view>
#include <variant>

namespace stasis::report {

std::string certificateJson(const analysis::Certificate& certificate);
std::variant<analysis::Certificate, analysis::Failure> readCertificate(std::string_view text);

} // namespace stasis::report
