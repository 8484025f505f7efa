#pragma once

// Certificates: verdicts with all that anybody needs to check them from the model alone. A stable verdict
// carries, for each improvement, the sequence that sanctions it. An unstable one carries one improvement and
// the set of all states that the others can reach from it, none of which deters. Everything is named by text,
// as written to and read from JSON (`stasis/certificate-1`, with concepts beyond the classical ones
// `stasis/certificate-2`, docs/certificates.md). Anybody may have changed a certificate; only verify.h
// decides whether it holds.
//
// Cost: for each verdict a walk forward over what the others can reach. Tested by checking every verdict of
// the gallery and of random conflicts, and by changing every field of certificates.

#include "model/concept.h"
#include "stability/engine.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::analysis {

struct Certificate {
  struct Option {
    std::string party;
    std::string name;
    friend bool operator==(const Option&, const Option&) = default;
  };
  struct Move {
    std::string party;
    std::string to;
  };
  struct Answered {
    std::string to; ///< the improvement
    std::vector<Move> sanction{};
    std::vector<Move>
        together{}; ///< SIM, in place of a sanction: moves from the verdict's own state, at once
  };
  /// What everybody but the party can reach from a state, by steps of this kind (`stepsBy`).
  struct Reached {
    std::string party;
    std::string by = "moves";
    std::string from;
    std::vector<std::string> states;  ///< all of them, unless `count` is set
    std::optional<std::string> count; ///< how many, if they are too many to list
  };
  struct Verdict {
    std::string state;
    std::string party;
    std::string concept_;
    bool stable = false;                     ///< false, and no claim, where there is no proof
    std::vector<Answered> improvements;      ///< stable: all improvements
    std::optional<std::string> improvement;  ///< not stable: one that nothing deters
    std::optional<std::size_t> reached;      ///< position in Certificate::reached; none for Nash and SIM
    std::optional<std::string> notCertified; ///< why there is no proof; then the three fields above are empty
  };

  std::string conflict; ///< its title
  std::vector<std::string> parties;
  std::vector<Option> options;
  std::vector<Verdict> verdicts;
  std::vector<Reached> reached;
};

/// The name of steps in a certificate, by the relation of their end to their start: `moves`, `improvements`,
/// `possible improvements`, `liked moves`.
std::string_view stepsBy(model::Relation answers);

/// Why verdicts under this concept have no proof here: that they hold in a view, look further than one
/// answer, or follow from others. None if they have.
std::optional<std::string_view> whyNotCertified(model::Concept concept_, bool inView);

struct CertifyLimits {
  bool inView = false;              ///< the engine has what somebody sees, and a checker reads the model
  std::size_t visits = 200000;      ///< states walked for one set
  std::size_t listed = 256;         ///< states listed in one set; larger sets are counted
  std::size_t listedInAll = 500000; ///< in all sets together; after that, sets are counted
};

/// What to certify of one state: for these parties, under these concepts.
struct Question {
  model::Pattern state;
  std::vector<model::PartyId> parties;
};

/// Throws LimitReached if interrupted. Verdicts that are too large to certify say so.
Certificate certify(stability::Engine& engine, const std::vector<Question>& questions,
                    const std::vector<model::Concept>& concepts, const CertifyLimits& limits,
                    const stability::Errand& errand);

} // namespace stasis::analysis
