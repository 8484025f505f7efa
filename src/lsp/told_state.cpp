#include "lsp/told_state.h"

namespace stasis::lsp {

std::string optionsTaken(const model::Conflict& conflict, const model::Pattern& state) {
  std::string taken;
  std::string open;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const model::OptionId option(i);
    std::string& list = state[option] == model::Choice::either ? open : taken;
    if (state[option] != model::Choice::no)
      list += (list.empty() ? "" : ", ") + conflict.nameOf(option);
  }
  return (taken.empty() ? "none" : taken) + (open.empty() ? "" : "; either way: " + open);
}

std::string marksOf(const Verdict& verdict) {
  if (!verdict.state)
    return "not feasible";
  std::string marks;
  for (std::size_t i = 0; i < model::conceptCount; ++i)
    marks +=
        (i == 0 ? "" : "  ") + std::string(model::concepts[i].name) + (verdict.equilibrium[i] ? " ✓" : " –");
  return marks;
}

} // namespace stasis::lsp
