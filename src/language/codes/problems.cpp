#include "language/codes/problems.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <vector>

namespace stasis::language {

Diagnostic& Problems::error(std::string_view code, model::Range range, std::string message) {
  return add(Severity::error, code, range, std::move(message));
}

Diagnostic& Problems::warning(std::string_view code, model::Range range, std::string message) {
  return add(Severity::warning, code, range, std::move(message));
}

Diagnostic& Problems::add(Severity severity, std::string_view code, model::Range range, std::string message) {
  std::size_t& count = severity == Severity::error ? errors_ : warnings_;
  const bool keep = count++ < most;
  Diagnostic d{severity, code, range, std::move(message), {}, {}};
  if (keep)
    return kept_.emplace_back(std::move(d));
  return dropped_ = std::move(d);
}

namespace {

/// Signs that mean nothing, and words that are neither a number nor a name.
bool isOfSigns(std::string_view code) { return code == "S0105" || code == "S0109"; }

} // namespace

// What an earlier phase has said of the very same words is the cause; what a later one says follows from it.
// Two problems of one kind in one place, as two lists missing from one object, are both said.
void Problems::leaveOutRepeated() {
  std::map<std::pair<std::size_t, std::size_t>, std::pair<std::string_view, std::string>> seen;
  const auto repeated = [&](const Diagnostic& d) {
    if (d.severity != Severity::error || d.range.empty())
      return false;
    const auto [first, isNew] = seen.try_emplace({d.range.begin, d.range.end}, std::pair(d.code, d.message));
    return !isNew && (first->second.first != d.code || first->second.second == d.message);
  };
  errors_ -= std::erase_if(kept_, repeated);
  // A sign inside words that another error rewrites goes with them.
  std::vector<model::Range> rewritten;
  for (const Diagnostic& d : kept_)
    if (!isOfSigns(d.code))
      for (const Edit& edit : d.fix)
        rewritten.push_back(edit.range);
  const auto within = [](model::Range inner, model::Range outer) {
    return outer.begin <= inner.begin && inner.end <= outer.end && inner != outer;
  };
  errors_ -= std::erase_if(kept_, [&](const Diagnostic& d) {
    return d.severity == Severity::error && isOfSigns(d.code) && !d.range.empty() &&
           std::ranges::any_of(rewritten, [&](model::Range r) {
             return within(d.range, r) &&
                    std::ranges::all_of(d.fix, [&](const Edit& edit) { return within(edit.range, r); });
           });
  });
}

void Problems::append(Problems other) {
  std::ranges::move(other.kept_, std::back_inserter(kept_));
  errors_ += other.errors_;
  warnings_ += other.warnings_;
}

bool Problems::onlyIn(const std::vector<model::Range>& ranges) const {
  const auto inside = [&](const Diagnostic& d) {
    return d.severity == Severity::warning || d.code.starts_with("S05") ||
           std::ranges::any_of(ranges, [&](model::Range r) {
             return r.begin <= d.range.begin && d.range.end <= r.end && !d.range.empty();
           });
  };
  return errors_ <= most && std::ranges::all_of(kept_, inside);
}

Diagnostics Problems::finish(model::Range endOfFile) && {
  leaveOutRepeated();
  sortByPlace(kept_);
  const std::size_t shownErrors = std::min(errors_, most);
  const std::size_t shownWarnings = std::min(warnings_, most - shownErrors);
  Diagnostics shown;
  std::size_t errorsLeft = shownErrors;
  std::size_t warningsLeft = shownWarnings;
  for (Diagnostic& d : kept_) {
    std::size_t& left = d.severity == Severity::error ? errorsLeft : warningsLeft;
    if (left == 0)
      continue;
    --left;
    shown.push_back(std::move(d));
  }
  const std::size_t more = errors_ + warnings_ - shown.size();
  if (more > 0) {
    const auto severity = errors_ > shownErrors ? Severity::error : Severity::warning;
    shown.push_back(
        {severity,
         "S0199",
         endOfFile,
         std::to_string(more) + (more == 1 ? " more problem is" : " more problems are") + " not shown",
         {},
         "mend those above first, then check again"});
  }
  return shown;
}

} // namespace stasis::language
