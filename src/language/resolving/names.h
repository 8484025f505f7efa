#pragma once

// What the names of a file stand for, and what to say of a name that stands for nothing or for too much.
// Filled by the declarations, asked by everything that calls something by its name. Names are views of the
// source text.

#include "language/codes/problems.h"
#include "language/lexing/source_text.h"
#include "language/parsing/syntax.h"
#include "model/conflict.h"

#include <unordered_map>

namespace stasis::language {

class Names {
public:
  Names(const SourceText& source, const Spellings& spellings, const model::Conflict& conflict,
        Problems& problems)
      : source_(source), spellings_(spellings), conflict_(conflict), problems_(problems) {}

  using Words = syntax::Words;

  std::unordered_map<Words, model::PartyId> parties;
  std::unordered_map<Words, model::FamilyId> families;
  std::unordered_map<Words, model::DefineId> defines;
  std::unordered_map<Words, model::SourceId> sources;
  std::unordered_map<Words, model::StateRef> states;               ///< listed and named
  std::unordered_map<Words, std::vector<model::OptionId>> options; ///< all of that name
  void own(model::PartyId owner, Words name, model::OptionId option) { owned_[{owner, name}] = option; }

  std::optional<model::OptionId> optionOf(model::PartyId owner, Words name) const;

  // Each gives what the name stands for or reports that it does not; an empty name (reported before) gives
  // none.
  std::optional<model::PartyId> party(Words name) const;
  std::optional<model::FamilyId> family(Words name) const;
  std::optional<model::SourceId> source(Words name) const;
  std::optional<model::Concept> concept_(Words name) const;
  /// A party, or every member of a family.
  std::optional<std::vector<model::PartyId>> partyOrFamily(Words name) const;
  std::optional<model::OptionId> option(model::PartyId owner, Words party, Words name) const;
  /// A bare name where a single option or define should stand; `self`: the member spoken of.
  struct OptionOrDefine {
    std::optional<model::OptionId> option;
    std::optional<model::DefineId> define;
  };
  /// Where the name stands, for what is said of it.
  enum class Use : std::uint8_t { condition, conditionOfEach, list, single };
  std::optional<OptionOrDefine> bare(Words name, Use use,
                                     std::optional<model::PartyId> wisher = std::nullopt) const;

  void unknownOwner(Words name) const;
  /// `name` has been declared before, at `first`.
  void twice(Words name, Words first, const std::string& what) const { twiceAt(name, rangeOf(first), what); }
  void twiceAt(Words name, model::Range first, const std::string& what) const;

  model::Range rangeOf(Words words) const;
  Words words(model::Range range) const {
    return source_.text().substr(range.begin, range.end - range.begin);
  }
  std::size_t lineOf(Words words) const { return source_.lineAt(rangeOf(words).begin); }
  /// A condition or list that calls for something else: `Guarantors.ground` outside a count.
  Diagnostic& error(std::string_view code, Words words, std::string message) const {
    return problems_.error(code, rangeOf(words), std::move(message));
  }
  Diagnostic& warning(std::string_view code, Words words, std::string message) const {
    return problems_.warning(code, rangeOf(words), std::move(message));
  }
  bool full() const { return problems_.full(); }

  /// `attack`, an option of Iraq — for a help line.
  std::string describe(model::OptionId option) const;

private:
  std::optional<model::OptionId> optionOfStem(Words name) const;
  void unknownBare(Words name) const;
  std::optional<model::OptionId> lookalikeOption(Words name) const;
  static void tellScripts(Diagnostic& d, Words name);
  std::string allOptions() const;
  std::optional<std::string> nearestParty(Words name, bool orFamily) const;
  std::optional<std::string> nearestFamily(Words name) const;
  void ambiguous(Words name, const std::vector<model::OptionId>& candidates, Use use,
                 std::optional<model::PartyId> wisher) const;
  void notACondition(Words name, Use use) const;
  /// `write `x and not y``, what is done in the state; of short states only.
  std::string takenIn(const model::StateRef& state) const;
  std::string takenIn(const model::Pattern& pattern) const;

  struct Owned {
    model::PartyId owner;
    Words name;
    friend bool operator==(const Owned&, const Owned&) = default;
  };
  struct OwnedHash {
    std::size_t operator()(const Owned& o) const noexcept {
      return std::hash<Words>()(o.name) * 31 + o.owner.index();
    }
  };

  const SourceText& source_;
  const Spellings& spellings_;
  const model::Conflict& conflict_;
  Problems& problems_;
  std::unordered_map<Owned, model::OptionId, OwnedHash> owned_;
};

} // namespace stasis::language
