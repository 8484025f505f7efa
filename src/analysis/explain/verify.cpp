#include "analysis/explain/verify.h"

#include "analysis/explain/second_reading.h"

#include <algorithm>
#include <array>
#include <set>

namespace stasis::analysis {

namespace {

using Met = SecondReading::Met;

/// The place in the certificate: `verdicts[3].improvements[0]`.
std::string at(const std::string& path, std::string_view key, std::size_t index) {
  return path + (path.empty() ? "" : ".") + std::string(key) + "[" + std::to_string(index) + "]";
}

/// A claim that fails; caught at the next claim.
struct Fails {
  std::string path;
  std::string message;
};

/// A relation between two states for one party.
using Compares = bool (*)(SecondReading&, std::size_t party, Met t, Met s);

bool any(SecondReading&, std::size_t, Met, Met) { return true; }
bool better(SecondReading& r, std::size_t i, Met t, Met s) { return r.prefers(i, t, s); }
bool noBetter(SecondReading& r, std::size_t i, Met t, Met s) { return !r.prefers(i, t, s); }
bool muchWorse(SecondReading& r, std::size_t i, Met t, Met s) { return r.prefersStrongly(i, s, t); }
bool surelyBetter(SecondReading& r, std::size_t i, Met t, Met s) {
  return r.known(i, t, s) == SecondReading::Known::better;
}
bool perhapsBetter(SecondReading& r, std::size_t i, Met t, Met s) {
  return surelyBetter(r, i, t, s) || r.known(i, t, s) == SecondReading::Known::unknown;
}
bool surelyNoBetter(SecondReading& r, std::size_t i, Met t, Met s) { return !perhapsBetter(r, i, t, s); }
bool perhapsNoBetter(SecondReading& r, std::size_t i, Met t, Met s) { return !surelyBetter(r, i, t, s); }
bool likes(SecondReading& r, std::size_t i, Met t, Met s) { return r.likes(i, t, s); }
bool likesNot(SecondReading& r, std::size_t i, Met t, Met s) { return !r.likes(i, t, s); }

struct Asked {
  Compares leaves;       ///< the party would go to t from s
  Compares answers;      ///< a step of a sanction may go to t from s; null: Nash
  std::string_view by;   ///< the name of such steps in a certificate
  Compares deters;       ///< the end t of a sanction deters from leaving s
  bool high;             ///< the party may move once more, and that must deter as well
  bool together = false; ///< the others act at the same time, each for its own gain (SIM)
};

/// What the base of a key asks of answers.
struct Base {
  std::string_view key;
  bool sanctions;
  bool own; ///< each step must be one that its mover would make for itself
  bool high;
};
constexpr std::array<Base, 5> bases{{{"nash", false, false, false},
                                     {"gmr", true, false, false},
                                     {"smr", true, false, true},
                                     {"seq", true, true, false},
                                     {"sseq", true, true, true}}};

std::optional<Asked> asked(std::string_view base, Compares leaves, Compares own, std::string_view by,
                           Compares deters) {
  for (const Base& known : bases)
    if (known.key == base)
      return Asked{leaves, known.sanctions ? (known.own ? own : any) : nullptr, known.own ? by : "moves",
                   deters, known.high};
  return std::nullopt;
}

/// Concepts under which a verdict is given without a proof.
bool isWithoutProof(std::string_view key) {
  constexpr std::string_view digits = "0123456789";
  const std::size_t number = key.find_first_of(digits);
  const bool numbered = number != std::string_view::npos && key[number] != '0' && key.size() - number <= 2 &&
                        key.find_first_not_of(digits, number) == std::string_view::npos;
  const std::string_view letters = key.substr(0, std::min(number, key.size()));
  return key == "seq_or_sim" || key == "nonmyopic" || key.starts_with("stackelberg_") ||
         key.starts_with("mr_") || key.starts_with("cmr_") ||
         (numbered && (letters == "l" || letters == "mr" || letters == "cmr"));
}

/// The concepts a second time, so that the table of the engines cannot confirm itself.
std::optional<Asked> asked(std::string_view key) {
  if (key == "sim")
    return Asked{better, better, "", noBetter, false, true};
  constexpr std::string_view strong = "strong_";
  if (key.starts_with(strong))
    return key == "strong_nash" ? std::nullopt
                                : asked(key.substr(strong.size()), better, better, "improvements", muchWorse);
  if (key.size() > 2 && key[key.size() - 2] == '_' && key.back() >= 'a' && key.back() <= 'd') {
    const char x = key.back();
    const std::string_view base = key.substr(0, key.size() - 2);
    return base == "sseq"
               ? std::nullopt
               : asked(base, x == 'a' || x == 'c' ? perhapsBetter : surelyBetter, perhapsBetter,
                       "possible improvements", x == 'a' || x == 'b' ? surelyNoBetter : perhapsNoBetter);
  }
  if (key.starts_with('r'))
    return key == "rsseq" ? std::nullopt : asked(key.substr(1), likes, likes, "liked moves", likesNot);
  return asked(key, better, better, "improvements", noBetter);
}

class Verifier {
public:
  Verifier(const model::Conflict& conflict, const Certificate& certificate, const stability::Errand& errand)
      : conflict_(conflict), certificate_(certificate), errand_(errand), reading_(conflict) {}

  Verification verify() {
    Verification result;
    result.verdicts = certificate_.verdicts.size();
    if (!claim(result, [&] { sameConflict(); }))
      return result;
    for (std::size_t k = 0; k < certificate_.reached.size(); ++k) {
      sets_.emplace_back();
      claim(result, [&] { sets_.back() = members(k); });
    }
    if (certificate_.verdicts.empty())
      result.failures.push_back({"verdicts", "there is no verdict to check"});
    std::set<std::size_t> used;
    for (std::size_t k = 0; k < certificate_.verdicts.size(); ++k) {
      errand_.tell({"verifying", k, certificate_.verdicts.size()});
      const auto& verdict = certificate_.verdicts[k];
      if (verdict.reached)
        used.insert(*verdict.reached);
      const std::string path = at("", "verdicts", k);
      if (!claim(result, [&] { check(verdict, path); }))
        continue;
      if (verdict.notCertified)
        result.notCertified.push_back(path);
      else
        ++result.held;
    }
    for (std::size_t k = 0; k < certificate_.reached.size(); ++k)
      if (!used.contains(k))
        result.failures.push_back({at("", "reached", k), "no verdict rests on this set"});
    return result;
  }

private:
  template <class Claim> static bool claim(Verification& result, Claim&& check) {
    try {
      check();
      return true;
    } catch (const Fails& fails) {
      result.failures.push_back({fails.path, fails.message});
      return false;
    }
  }

  void sameConflict() const {
    if (certificate_.conflict != conflict_.title)
      throw Fails{"conflict",
                  "the certificate is of `" + certificate_.conflict + "`, this is `" + conflict_.title + "`"};
    std::vector<std::string> parties;
    for (const auto& party : conflict_.parties)
      parties.push_back(party.name);
    if (certificate_.parties != parties)
      throw Fails{"parties", "they are not the parties of this conflict"};
    std::vector<Certificate::Option> options;
    for (const auto& option : conflict_.options)
      options.push_back({conflict_.parties[option.owner.index()].name, option.name});
    if (certificate_.options != options)
      throw Fails{"options", "they are not the options of this conflict"};
  }

  std::size_t party(const std::string& name, const std::string& path) const {
    for (std::size_t i = 0; i < conflict_.parties.size(); ++i)
      if (conflict_.parties[i].name == name)
        return i;
    throw Fails{path, "there is no party `" + name + "`"};
  }

  Met state(const std::string& letters, const std::string& path) {
    if (const auto met = reading_.find(letters))
      return *met;
    throw Fails{path, "`" + letters + "` is not a feasible state"};
  }

  bool isMove(std::size_t party, Met from, Met to) {
    const auto& ends = reading_.moves(party, from);
    return std::ranges::find(ends, to) != ends.end();
  }

  /// Whether this state deters the party, also after one more move of its own if the concept allows it.
  bool deters(std::size_t party, Met end, Met s, const Asked& concept_) {
    if (!concept_.deters(reading_, party, end, s))
      return false;
    if (concept_.high)
      for (const Met escape : reading_.moves(party, end))
        if (!concept_.deters(reading_, party, escape, s))
          return false;
    return true;
  }

  static Compares stepsCalled(std::string_view by) {
    return by == "improvements"            ? better
           : by == "possible improvements" ? perhapsBetter
           : by == "liked moves"           ? likes
                                           : any;
  }

  // --- sets

  /// What everybody but the party reaches from a state by legal sequences, without that state itself;
  /// ascending.
  std::vector<Met> walk(std::size_t party, Met start, Compares steps) {
    const std::size_t parties = conflict_.parties.size();
    std::vector<bool> moved; // by state: who has moved into it
    std::vector<std::pair<Met, std::size_t>> open{{start, party}};
    std::vector<Met> reached;
    for (std::size_t next = 0; next < open.size(); ++next) {
      if (next % 256 == 0)
        errand_.check();
      const auto [from, last] = open[next];
      for (std::size_t mover = 0; mover < parties; ++mover)
        if (mover != party && mover != last)
          for (const Met to : reading_.moves(mover, from)) {
            if (!steps(reading_, mover, to, from))
              continue;
            const std::size_t visit = to * parties + mover;
            if (moved.size() <= visit)
              moved.resize(2 * visit + 1);
            if (moved[visit])
              continue;
            moved[visit] = true;
            open.emplace_back(to, mover);
            reached.push_back(to);
          }
    }
    std::ranges::sort(reached);
    const auto rest = std::ranges::unique(reached);
    reached.erase(rest.begin(), rest.end());
    std::erase(reached, start);
    return reached;
  }

  std::vector<Met> members(std::size_t index) {
    const auto& set = certificate_.reached[index];
    const std::string path = at("", "reached", index);
    const std::size_t i = party(set.party, path + ".party");
    auto reached = walk(i, state(set.from, path + ".from"), stepsCalled(set.by));
    if (set.count) {
      if (!set.states.empty() || *set.count != std::to_string(reached.size()))
        throw Fails{path + ".count", "the others reach " + std::to_string(reached.size()) + " states"};
      return reached;
    }
    std::set<Met> listed;
    for (std::size_t k = 0; k < set.states.size(); ++k) {
      const std::string entry = at(path, "states", k);
      const Met member = state(set.states[k], entry);
      if (!std::ranges::binary_search(reached, member))
        throw Fails{entry, "the others cannot reach `" + set.states[k] + "`"};
      if (!listed.insert(member).second)
        throw Fails{entry, "`" + set.states[k] + "` is listed twice"};
    }
    for (const Met member : reached)
      if (!listed.contains(member))
        throw Fails{path + ".states", "the others also reach `" + reading_.letters(member) + "`"};
    return reached;
  }

  // --- verdicts

  void check(const Certificate::Verdict& verdict, const std::string& path) {
    errand_.check();
    const auto concept_ = asked(verdict.concept_);
    const bool claimless = verdict.notCertified && isWithoutProof(verdict.concept_);
    if (!concept_ && !claimless)
      throw Fails{path + ".concept", "there is no concept `" + verdict.concept_ + "`"};
    const std::size_t i = party(verdict.party, path + ".party");
    const Met s = state(verdict.state, path + ".state");
    if (!named_.emplace(s, i, verdict.concept_).second)
      throw Fails{path, "this verdict is given twice"};
    if (verdict.notCertified) {
      if ((verdict.stable && !claimless) || verdict.improvement || verdict.reached ||
          !verdict.improvements.empty())
        throw Fails{path + ".notCertified", "a verdict without a proof carries one"};
      return;
    }
    if (concept_->together && !movesByOptions())
      throw Fails{path + ".concept", "in this conflict moves are listed or states merged"};
    std::set<Met> improvements;
    for (const Met to : reading_.moves(i, s))
      if (concept_->leaves(reading_, i, to, s))
        improvements.insert(to);
    if (verdict.stable)
      checkStable(verdict, path, *concept_, i, s, improvements);
    else
      checkUnstable(verdict, path, *concept_, i, s, improvements);
  }

  void checkStable(const Certificate::Verdict& verdict, const std::string& path, const Asked& concept_,
                   std::size_t i, Met s, const std::set<Met>& improvements) {
    if (verdict.improvement || verdict.reached)
      throw Fails{path, "a stable verdict has no improvement that nothing deters"};
    std::set<Met> answered;
    for (std::size_t k = 0; k < verdict.improvements.size(); ++k) {
      const auto& improvement = verdict.improvements[k];
      const std::string entry = at(path, "improvements", k);
      const Met s1 = state(improvement.to, entry + ".to");
      if (!improvements.contains(s1))
        throw Fails{entry + ".to",
                    "`" + improvement.to + "` is no improvement of " + verdict.party + " from there"};
      if (!answered.insert(s1).second)
        throw Fails{entry + ".to", "`" + improvement.to + "` is answered twice"};
      if (concept_.answers == nullptr)
        throw Fails{entry, "under Nash nothing deters an improvement"};
      if (improvement.together.empty() == concept_.together)
        throw Fails{entry, concept_.together ? "what others do at the same time is not given"
                                             : "under this concept the others answer"};
      if (concept_.together)
        checkTogether(improvement, entry, i, s, s1);
      else
        checkSanction(improvement, entry, concept_, i, s, s1);
    }
    for (const Met s1 : improvements)
      if (!answered.contains(s1))
        throw Fails{path + ".improvements",
                    "nothing is said against the improvement to `" + reading_.letters(s1) + "`"};
  }

  void checkSanction(const Certificate::Answered& answered, const std::string& path, const Asked& concept_,
                     std::size_t i, Met s, Met s1) {
    if (answered.sanction.empty())
      throw Fails{path + ".sanction", "a sanction is one move or more"};
    Met from = s1;
    std::size_t last = i;
    for (std::size_t k = 0; k < answered.sanction.size(); ++k) {
      const auto& step = answered.sanction[k];
      const std::string entry = at(path + ".sanction", k);
      const std::size_t mover = party(step.party, entry + ".party");
      const Met to = state(step.to, entry + ".to");
      if (mover == i)
        throw Fails{entry + ".party", step.party + " does not sanction itself"};
      if (mover == last)
        throw Fails{entry + ".party", step.party + " moves twice in a row"};
      if (!isMove(mover, from, to))
        throw Fails{entry + ".to",
                    step.party + " cannot move from `" + reading_.letters(from) + "` to `" + step.to + "`"};
      if (!concept_.answers(reading_, mover, to, from))
        throw Fails{entry + ".to", "that is no improvement for " + step.party};
      from = to;
      last = mover;
    }
    if (from == s1)
      throw Fails{path + ".sanction", "it leads back to where it begins"};
    if (!deters(i, from, s, concept_))
      throw Fails{path + ".sanction", concept_.high ? "its end, or a move from there, is better for the party"
                                                    : "its end is better for the party"};
  }

  // --- SIM

  bool movesByOptions() const {
    const auto isMerged = [](const auto& line) {
      return line.pattern.letters().find('-') != std::string::npos;
    };
    return std::ranges::none_of(conflict_.parties,
                                [](const auto& party) { return party.moves.has_value(); }) &&
           std::ranges::none_of(conflict_.listed, isMerged);
  }

  /// These letters with one party's options as in another state.
  std::string with(std::string letters, std::size_t owner, Met from) const {
    for (std::size_t o = 0; o < letters.size(); ++o)
      if (conflict_.options[o].owner.index() == owner)
        letters[o] = reading_.letters(from)[o];
    return letters;
  }

  void checkTogether(const Certificate::Answered& answered, const std::string& path, std::size_t i, Met s,
                     Met s1) {
    if (!answered.sanction.empty())
      throw Fails{path + ".sanction", "under this concept the others act at the same time"};
    std::string letters = with(reading_.letters(s), i, s1);
    std::set<std::size_t> acting{i};
    for (std::size_t k = 0; k < answered.together.size(); ++k) {
      const auto& act = answered.together[k];
      const std::string entry = at(path + ".together", k);
      const std::size_t actor = party(act.party, entry + ".party");
      const Met to = state(act.to, entry + ".to");
      if (!acting.insert(actor).second)
        throw Fails{entry + ".party", act.party + " acts twice"};
      if (!isMove(actor, s, to) || !reading_.prefers(actor, to, s))
        throw Fails{entry + ".to", "that is no improvement of " + act.party + " from there"};
      letters = with(letters, actor, to);
    }
    const auto end = reading_.find(letters);
    if (!end)
      throw Fails{path + ".together", "`" + letters + "` is not a feasible state"};
    if (reading_.prefers(i, *end, s))
      throw Fails{path + ".together", "`" + letters + "` is better for the party"};
  }

  /// The first state that deters and that those from `next` on can make of these letters, by improvements
  /// from s at once.
  std::optional<Met> deterredTogether(std::size_t next, const std::string& letters, bool acted, std::size_t i,
                                      Met s) {
    if (next == conflict_.parties.size()) {
      const auto end = acted ? reading_.find(letters) : std::nullopt;
      return end && !reading_.prefers(i, *end, s) ? end : std::nullopt;
    }
    errand_.check();
    if (const auto end = deterredTogether(next + 1, letters, acted, i, s))
      return end;
    if (next != i)
      for (const Met to : reading_.moves(next, s))
        if (reading_.prefers(next, to, s))
          if (const auto end = deterredTogether(next + 1, with(letters, next, to), true, i, s))
            return end;
    return std::nullopt;
  }

  static std::string at(const std::string& path, std::size_t index) {
    return path + "[" + std::to_string(index) + "]";
  }
  static std::string at(const std::string& path, std::string_view key, std::size_t index) {
    return analysis::at(path, key, index);
  }

  void checkUnstable(const Certificate::Verdict& verdict, const std::string& path, const Asked& concept_,
                     std::size_t i, Met s, const std::set<Met>& improvements) {
    if (!verdict.improvements.empty())
      throw Fails{path + ".improvements", "a verdict of not stable names one improvement"};
    if (!verdict.improvement)
      throw Fails{path, "the improvement that nothing deters is not named"};
    const Met s1 = state(*verdict.improvement, path + ".improvement");
    if (!improvements.contains(s1))
      throw Fails{path + ".improvement",
                  "`" + *verdict.improvement + "` is no improvement of " + verdict.party + " from there"};
    if (concept_.together) {
      if (verdict.reached)
        throw Fails{path + ".reached", "under this concept the others act at the same time"};
      if (const auto end = deterredTogether(0, with(reading_.letters(s), i, s1), false, i, s))
        throw Fails{path + ".improvement", "others acting at the same time can make it `" +
                                               reading_.letters(*end) + "`, which deters"};
      return;
    }
    const bool sanctions = concept_.answers != nullptr;
    if (sanctions != verdict.reached.has_value())
      throw Fails{path + ".reached", sanctions ? "what the others can reach is not given"
                                               : "under Nash the others do not matter"};
    if (!sanctions)
      return;
    checkReached(verdict, path + ".reached", concept_);
    for (const Met member : *sets_[*verdict.reached])
      if (deters(i, member, s, concept_))
        throw Fails{path + ".reached",
                    "the others can reach `" + reading_.letters(member) + "`, which deters"};
  }

  void checkReached(const Certificate::Verdict& verdict, const std::string& path,
                    const Asked& concept_) const {
    if (*verdict.reached >= certificate_.reached.size())
      throw Fails{path, "there is no such set"};
    const auto& set = certificate_.reached[*verdict.reached];
    if (set.party != verdict.party || set.by != concept_.by || set.from != *verdict.improvement)
      throw Fails{path, "that set is of another question"};
    if (!sets_[*verdict.reached])
      throw Fails{path, "that set does not hold"};
  }

  const model::Conflict& conflict_;
  const Certificate& certificate_;
  const stability::Errand& errand_;
  SecondReading reading_;
  std::vector<std::optional<std::vector<Met>>> sets_;
  std::set<std::tuple<Met, std::size_t, std::string>> named_;
};

} // namespace

Verification verify(const model::Conflict& conflict, const Certificate& certificate,
                    const stability::Errand& errand) {
  return Verifier(conflict, certificate, errand).verify();
}

} // namespace stasis::analysis
