#pragma once

// The part of a conflict's JSON that says what each party can and wants, and what is expected of the answer.
//
// Linear. Tested with the reader (conflict_json_read_test.cpp).

#include "exchange/conflict_json_values.h"

#include <set>

namespace stasis::exchange {

class ConflictJsonWants : protected ConflictJsonValues {
protected:
  using ConflictJsonValues::ConflictJsonValues;

  /// The preference of a party with its marks, its attitudes, and its moves where they are listed.
  void wants(const json& party);
  void expectation(const json& e);
  void picture(const json& in);

private:
  void move(const json& pair);
  void preference(const json& party, const json& preference);
  void begin(std::string_view form, const json& party);
  void prefer(const json& party, const json& tiers);
  void mark(const json& tier);
  void rank(const json& party, const json& preference);
  std::set<std::size_t> strongAfter(const json& preference, std::size_t classes);
  void unsure(const json& party);
  void attitudes(const json& party);
  /// The list of a party under this key, after starting a statement with the party's name; null if the list
  /// is empty.
  const json* begun(const json& party, const char* key, const char* statement);
  void weigh(const json& party, const json& preference);
  void expectEquilibria(const json& e);
  void expectState(const json& e, bool stable);
  void concepts(const json& list);
  /// `states`, or `equilibria under nash, seq`.
  void setSpokenOf(const json& e, bool one);
  void expectCount(const json& e);
  void expectQuantity(const json& e);
};

} // namespace stasis::exchange
