#pragma once

// Findings that take longer than reading a text: whether its states and its citations are right, and the
// verdict of each state that it names. `inspect` finds the first, `judge` the second. Both stop within a
// moment when asked to.
//
// Cost: that of `stasis check` and `stasis solve`. Tested by tests/lsp/server_test.cpp.

#include "evidence/citations.h"
#include "lsp/reading.h"
#include "stability/engine.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stasis::lsp {

/// The bytes that the engine of an open text may take.
inline constexpr std::uint64_t mostEngineMemory = std::uint64_t{1} << 30U;

struct Inspection {
  language::Diagnostics diagnostics; ///< all of them, with those of the text, by place
  std::vector<evidence::FoundCitation> citations;
  std::unique_ptr<stability::Engine> engine; ///< on the conflict of the reading; for `judge`
};

/// `folder`: where relative paths of sources start; none: sources are not checked. Never throws: what a limit
/// cuts short is left out.
Inspection inspect(const Reading& reading, const std::optional<std::string>& folder,
                   const stability::Errand& errand);

/// The verdict of a state: one mark for each concept, in the order of the table.
struct Verdict {
  model::Range range;                  ///< of the name in the text, or of `status quo` and its options
  std::optional<model::Pattern> state; ///< none: it is not feasible
  std::array<bool, model::conceptCount> equilibrium{};
  bool today = false;
  bool lettered = false; ///< the text gives it by its letters alone: it has no name
};

/// Whether a line `expect …` is met.
struct Expected {
  model::Range range;
  bool met = false;
  std::string found; ///< what was found instead
};

struct Judgement {
  std::vector<Verdict> verdicts; ///< by place
  std::vector<Expected> expected;
  std::string summary; ///< `12 states; Nash 2, GMR 7 …`
  std::string stopped; ///< why it is not complete; empty: it is
};

/// At most this many states of a text are judged.
inline constexpr std::size_t mostVerdicts = 2000;

/// Never throws.
Judgement judge(const Reading& reading, stability::Engine& engine, const stability::Errand& errand);

/// Where a source of the conflict is, as seen from the folder of the model.
std::string sourcePath(const model::Source& source, const std::string& folder);

} // namespace stasis::lsp
