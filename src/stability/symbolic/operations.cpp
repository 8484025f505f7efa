// The operations of DiagramTable, step by step. An easy or known question is answered at once. Any other
// waits in a frame. It is answered first with its variable not taken, then with it taken, and then the two
// answers are joined.

#include "stability/symbolic/diagram_table.h"

#include <algorithm>
#include <utility>

namespace stasis::stability {

Edge DiagramTable::run(Operation operation, Edge a, Edge b, Edge c, const Functions* functions) {
  stack_.clear(); // left by an abandoned operation
  if (pace_ == Pace::each)
    steps_ = 0;
  functions_ = functions;
  if (!ask(operation, a, b, c))
    proceed();
  return answer_;
}

bool DiagramTable::ask(Operation operation, Edge a, Edge b, Edge c) {
  switch (operation) {
  case Operation::conjunction: return askConjunction(a, b);
  case Operation::exclusive: return askExclusive(a, b);
  case Operation::choice: return askChoice(a, b, c);
  case Operation::majority: return askMajority(a, b, c);
  case Operation::some: return askSome(a, b);
  case Operation::someOfBoth: return askSomeOfBoth(a, b, c);
  case Operation::fixed: return askFixed(a, b);
  case Operation::simplified: return askSimplified(a, b);
  case Operation::composed: return askComposed(a);
  case Operation::someOfBothMoved: return askSomeOfBothMoved(a, b, c);
  }
  return known(nowhere);
}

bool DiagramTable::known(Edge answer) {
  answer_ = answer;
  return true;
}

bool DiagramTable::lookUpOrPush(Operation operation, Edge a, Edge b, Edge c, Level level, bool flip,
                                Stage stage) {
  step();
  if (cache_.find({static_cast<std::uint32_t>(operation), a.code, b.code, c.code}, answer_)) {
    answer_ = answer_.flipped(flip);
    return true;
  }
  stack_.push_back({a, b, c, nowhere, level, operation, flip, stage});
  return false;
}

bool DiagramTable::askConjunction(Edge a, Edge b) {
  if (a == b || b == everywhere)
    return known(a);
  if (a == everywhere)
    return known(b);
  if (a == nowhere || b == nowhere || a == !b)
    return known(nowhere);
  if (a.code > b.code)
    std::swap(a, b);
  return lookUpOrPush(Operation::conjunction, a, b, nowhere, std::min(nodes_.level(a), nodes_.level(b)),
                      false);
}

bool DiagramTable::askEither(Edge a, Edge b) {
  if (!askConjunction(!a, !b)) {
    stack_.back().flip = true;
    return false;
  }
  answer_ = !answer_;
  return true;
}

bool DiagramTable::askExclusive(Edge a, Edge b) {
  const bool flip = a.isNegated() != b.isNegated();
  a = a.plain();
  b = b.plain();
  if (a == b)
    return known(nowhere.flipped(flip));
  if (a == nowhere || b == nowhere)
    return known((a == nowhere ? b : a).flipped(flip));
  if (a.code > b.code)
    std::swap(a, b);
  return lookUpOrPush(Operation::exclusive, a, b, nowhere, std::min(nodes_.level(a), nodes_.level(b)), flip);
}

bool DiagramTable::askChoice(Edge f, Edge g, Edge h) {
  if (f.isNegated()) {
    f = !f;
    std::swap(g, h);
  }
  if (f == nowhere || g == h)
    return known(h);
  if (g.plain() == f)
    g = everywhere.flipped(g.isNegated());
  if (h.plain() == f)
    h = nowhere.flipped(h.isNegated());
  if (g == h)
    return known(g);
  if (g == everywhere)
    return askEither(f, h);
  if (g == nowhere)
    return askConjunction(!f, h);
  if (h == nowhere)
    return askConjunction(f, g);
  if (h == everywhere)
    return askEither(!f, g);
  if (g == !h)
    return askExclusive(f, h);
  const bool flip = g.isNegated();
  const Level level = std::min({nodes_.level(f), nodes_.level(g), nodes_.level(h)});
  return lookUpOrPush(Operation::choice, f, g.flipped(flip), h.flipped(flip), level, flip);
}

bool DiagramTable::askMajority(Edge a, Edge b, Edge c) {
  if (a.code > b.code)
    std::swap(a, b);
  if (b.code > c.code)
    std::swap(b, c);
  if (a.code > b.code)
    std::swap(a, b);
  // By now equal and opposite functions stand beside each other, and constants come first.
  if (a.plain() == b.plain())
    return known(a == b ? a : c);
  if (b.plain() == c.plain())
    return known(b == c ? b : a);
  if (a == nowhere)
    return askConjunction(b, c);
  if (a == everywhere)
    return askEither(b, c);
  const bool flip = a.isNegated();
  const Level level = std::min({nodes_.level(a), nodes_.level(b), nodes_.level(c)});
  return lookUpOrPush(Operation::majority, a.flipped(flip), b.flipped(flip), c.flipped(flip), level, flip);
}

bool DiagramTable::askSome(Edge a, Edge variables) {
  const Level level = nodes_.level(a);
  while (nodes_.level(variables) < level)
    variables = nodes_.with(variables, nodes_.level(variables));
  if (variables == everywhere)
    return known(a);
  return lookUpOrPush(Operation::some, a, variables, nowhere, level, false);
}

bool DiagramTable::askSomeOfBoth(Edge a, Edge b, Edge variables) {
  if (a == nowhere || b == nowhere || a == !b)
    return known(nowhere);
  if (a == b || b == everywhere)
    return askSome(a, variables);
  if (a == everywhere)
    return askSome(b, variables);
  const Level level = std::min(nodes_.level(a), nodes_.level(b));
  while (nodes_.level(variables) < level)
    variables = nodes_.with(variables, nodes_.level(variables));
  if (variables == everywhere)
    return askConjunction(a, b);
  if (a.code > b.code)
    std::swap(a, b);
  return lookUpOrPush(Operation::someOfBoth, a, b, variables, level, false);
}

/// In `a` as given, a test of the variable just before the first of `variables` counts as a test of that one.
bool DiagramTable::askSomeOfBothMoved(Edge a, Edge b, Edge variables) {
  if (a == nowhere || b == nowhere)
    return known(nowhere);
  if (a == everywhere)
    return askSome(b, variables);
  const Level own = nodes_.level(a);
  const auto first = [&] {
    return std::min(own + 1 == nodes_.level(variables) ? own + 1 : own, nodes_.level(b));
  };
  while (nodes_.level(variables) < first())
    variables = nodes_.with(variables, nodes_.level(variables));
  if (variables == everywhere)
    return askConjunction(a, b);
  return lookUpOrPush(Operation::someOfBothMoved, a, b, variables, first(), false);
}

bool DiagramTable::askHalfMoved(const Frame& f, bool taken) {
  const auto half = [&](Edge e, Level level) {
    return taken ? nodes_.with(e, level) : nodes_.without(e, level);
  };
  const Level moved = nodes_.level(f.c);
  Edge a = f.a;
  if (moved == f.level)
    a = half(a, f.level - 1);
  else if (moved != f.level + 1) // `b` tests the variable itself there
    a = half(a, f.level);
  return askSomeOfBothMoved(a, half(f.b, f.level), nodes_.with(f.c, f.level));
}

bool DiagramTable::askFixed(Edge a, Edge literals) {
  for (;;) {
    const Level level = nodes_.level(a);
    const Level fixedAt = nodes_.level(literals);
    if (fixedAt > level || literals.isConstant())
      break;
    const Edge without = nodes_.without(literals, fixedAt);
    const bool taken = without == nowhere;
    if (fixedAt == level)
      a = taken ? nodes_.with(a, level) : nodes_.without(a, level);
    literals = taken ? nodes_.with(literals, fixedAt) : without;
  }
  if (literals.isConstant())
    return known(a);
  const bool flip = a.isNegated();
  return lookUpOrPush(Operation::fixed, a.plain(), literals, nowhere, nodes_.level(a), flip);
}

// After Coudert and Madre 1990: where `care` leaves only one branch, the other is dropped. Variables that
// only `care` tests are quantified away there first.
bool DiagramTable::askSimplified(Edge a, Edge care) {
  bool flip = false;
  for (;;) {
    if (a.isConstant() || care.isConstant())
      return known(a.flipped(flip));
    if (a.plain() == care.plain())
      return known(everywhere.flipped(flip != (a != care)));
    const Level level = nodes_.level(care);
    if (level > nodes_.level(a))
      break;
    const Edge without = nodes_.without(care, level);
    const Edge with = nodes_.with(care, level);
    if (without != nowhere && with != nowhere)
      break;
    a = without == nowhere ? nodes_.with(a, level) : nodes_.without(a, level);
    care = without == nowhere ? with : without;
  }
  flip = a.isNegated();
  a = a.plain();
  const Level level = std::min(nodes_.level(a), nodes_.level(care));
  return lookUpOrPush(Operation::simplified, a, care, nowhere, level, flip,
                      level < nodes_.level(a) ? Stage::narrowing : Stage::begun);
}

bool DiagramTable::askComposed(Edge a) {
  const Level level = nodes_.level(a);
  if (level >= functions_->first + functions_->byLevel.size()) // no function is put there or later
    return known(a);
  return lookUpOrPush(Operation::composed, a.plain(), Edge{functions_->number}, nowhere, level,
                      a.isNegated());
}

bool DiagramTable::askHalf(const Frame& f, bool taken) {
  const auto half = [&](Edge e) { return taken ? nodes_.with(e, f.level) : nodes_.without(e, f.level); };
  switch (f.operation) {
  case Operation::conjunction: return askConjunction(half(f.a), half(f.b));
  case Operation::exclusive: return askExclusive(half(f.a), half(f.b));
  case Operation::choice: return askChoice(half(f.a), half(f.b), half(f.c));
  case Operation::majority: return askMajority(half(f.a), half(f.b), half(f.c));
  case Operation::some: return askSome(half(f.a), nodes_.with(f.b, f.level));
  case Operation::someOfBoth: return askSomeOfBoth(half(f.a), half(f.b), nodes_.with(f.c, f.level));
  case Operation::fixed: return askFixed(half(f.a), f.b);
  case Operation::simplified: return askSimplified(half(f.a), half(f.b));
  case Operation::composed: return askComposed(half(f.a));
  case Operation::someOfBothMoved: return askHalfMoved(f, taken);
  }
  return known(nowhere);
}

/// Whether the variable of this frame is quantified away.
bool DiagramTable::quantifies(const Frame& frame) const {
  return (frame.operation == Operation::some && nodes_.level(frame.b) == frame.level) ||
         ((frame.operation == Operation::someOfBoth || frame.operation == Operation::someOfBothMoved) &&
          nodes_.level(frame.c) == frame.level);
}

/// `answer_` holds the answer with the variable taken.
bool DiagramTable::join(const Frame& frame) {
  const Edge low = frame.low;
  const Edge high = answer_;
  if (quantifies(frame))
    return askEither(low, high);
  if (frame.operation != Operation::composed)
    return known(node(frame.level, low, high));
  const Edge function = functionAt(frame.level);
  const Level level = nodes_.level(function);
  const bool isVariable = level != noLevel && nodes_.without(function, level) == nowhere &&
                          nodes_.with(function, level) == everywhere;
  if (isVariable && level < nodes_.level(low) && level < nodes_.level(high))
    return known(node(level, low, high));
  return askChoice(function, high, low);
}

/// The function that is put in place of this variable.
Edge DiagramTable::functionAt(Level level) {
  const bool isReplaced = level >= functions_->first;
  const Edge function = isReplaced ? functions_->byLevel[level - functions_->first] : itself;
  return function == itself ? node(level, nowhere, everywhere) : function;
}

void DiagramTable::finish() {
  const Frame& frame = stack_.back();
  cache_.keep({static_cast<std::uint32_t>(frame.operation), frame.a.code, frame.b.code, frame.c.code},
              answer_);
  answer_ = answer_.flipped(frame.flip);
  stack_.pop_back();
}

/// Gives the last frame the answer to its last question, and asks its next one. If that answer is not known
/// at once, the question becomes a new last frame.
void DiagramTable::proceed() {
  while (!stack_.empty()) {
    Frame& frame = stack_.back();
    switch (frame.stage) {
    case Stage::narrowing:
      frame.stage = Stage::narrowed;
      askEither(nodes_.without(frame.b, frame.level), nodes_.with(frame.b, frame.level));
      break;
    case Stage::narrowed:
      frame.stage = Stage::joined;
      askSimplified(frame.a, answer_);
      break;
    case Stage::begun:
      frame.stage = Stage::low;
      askHalf(frame, false);
      break;
    case Stage::low:
      if (answer_ == everywhere && quantifies(frame)) {
        finish();
        break;
      }
      frame.low = answer_;
      frame.stage = Stage::high;
      askHalf(frame, true);
      break;
    case Stage::high:
      frame.stage = Stage::joined;
      join(frame);
      break;
    case Stage::joined: finish(); break;
    }
  }
}

} // namespace stasis::stability
