#include "exchange/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

namespace stasis::exchange {

using model::Range;
using nlohmann::json;

namespace {

constexpr std::string_view tooLarge = "number overflow"; // the wording of nlohmann-json
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// Records the first problem only and accepts every value.
class Listener : public nlohmann::json_sax<json> {
public:
  std::size_t position = 0; ///< bytes read when the problem was noticed
  std::string token;        ///< what was read last
  std::string what;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t at, const std::string& last, const nlohmann::detail::exception& e) override {
    position = at;
    token = last;
    what = e.what();
    return false;
  }
};

/// Takes "[json…] parse error at line 1, column 2: syntax error while parsing value - invalid literal; last
/// read: '…'; expected '['" and keeps only what the place does not already say.
std::string reason(std::string_view what) {
  if (what.find(tooLarge) != std::string_view::npos)
    return "the number is too large";
  const auto dash = what.find(" - ");
  if (dash != std::string_view::npos)
    what.remove_prefix(dash + 3);
  else if (const auto bracket = what.find("] "); bracket != std::string_view::npos)
    what.remove_prefix(bracket + 2);
  return std::string(what.substr(0, what.find(';')));
}

void syntaxProblem(std::string_view text, language::Problems& problems) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    problems.error("S0701", {}, "the file is empty where JSON was expected");
    return;
  }
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
      text.substr(0, 4).find('\0') != text.npos) {
    problems
        .error("S0701", {0, std::min<std::size_t>(2, text.size())},
               "the file is not UTF-8 text, which JSON is written in")
        .help = "it looks like UTF-16; save it as UTF-8";
    return;
  }
  Listener listener;
  json::sax_parse(text, &listener);
  const bool wholeToken = listener.what.find(tooLarge) != std::string::npos;
  const std::size_t length = wholeToken ? listener.token.size() : 1;
  const std::size_t at = std::min(listener.position - std::min(listener.position, length), text.size());
  problems.error("S0701", {at, std::min(at + length, text.size())}, "not JSON: " + reason(listener.what));
}

/// Walks valid JSON text together with its tree and records the place of each value.
class Walk {
public:
  Walk(std::string_view text, std::vector<JsonText::Place>& places, std::vector<Range>& repeated)
      : text_(text), places_(places), repeated_(repeated) {}

  void run(const json& root) {
    if (text_.starts_with(byteOrderMark))
      at_ = byteOrderMark.size();
    value(&root);
    while (!open_.empty())
      step();
  }

private:
  /// `tree` is null inside a value that a later value of the same key has replaced.
  struct Frame {
    const json* tree;
    bool isObject;
    std::size_t next = 0;
    std::set<std::string> keys{};
  };

  std::string_view text_;
  std::vector<JsonText::Place>& places_;
  std::vector<Range>& repeated_;
  std::vector<Frame> open_;
  std::size_t at_ = 0;

  char skipTo() {
    at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
    return at_ < text_.size() ? text_[at_] : ']';
  }

  /// One member of the innermost open value, or its end.
  void step() {
    const char c = skipTo();
    if (c == ']' || c == '}') {
      ++at_;
      open_.pop_back();
    } else if (c == ',') {
      ++at_;
    } else {
      value(open_.back().isObject ? memberOf(open_.back()) : elementOf(open_.back()));
    }
  }

  static const json* elementOf(Frame& frame) {
    const std::size_t i = frame.next++;
    return frame.tree != nullptr && frame.tree->is_array() && i < frame.tree->size() ? &(*frame.tree)[i]
                                                                                     : nullptr;
  }

  const json* memberOf(Frame& frame) {
    const Range written = string();
    const auto key = json::parse(text_.substr(written.begin, written.end - written.begin)).get<std::string>();
    if (!frame.keys.insert(key).second)
      repeated_.push_back(written);
    skipTo(); // the colon
    ++at_;
    if (frame.tree == nullptr || !frame.tree->is_object())
      return nullptr;
    const auto found = frame.tree->find(key);
    return found == frame.tree->end() ? nullptr : &*found;
  }

  void value(const json* tree) {
    const char c = skipTo();
    const std::size_t begin = at_;
    if (c == '"') {
      string();
    } else if (c == '[' || c == '{') {
      ++at_;
      open_.push_back({tree, c == '{'});
    } else {
      at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
    }
    if (tree != nullptr)
      places_.push_back({tree, {begin, at_}});
  }

  Range string() {
    const std::size_t begin = at_++;
    while (at_ < text_.size() && text_[at_] != '"')
      at_ += text_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_ + 1, text_.size());
    return {begin, at_};
  }
};

} // namespace

std::optional<JsonText> JsonText::read(const language::SourceText& source, language::Problems& problems) {
  const std::string_view text = source.text();
  JsonText result;
  try {
    result.root_ = std::make_unique<json>(json::parse(text));
  } catch (const json::exception&) {
    syntaxProblem(text, problems);
    return std::nullopt;
  }
  Walk(text, result.places_, result.repeated_).run(*result.root_);
  std::ranges::stable_sort(result.places_, std::less<>{}, &Place::value);
  return result;
}

JsonText::JsonText(JsonText&&) noexcept = default;
JsonText& JsonText::operator=(JsonText&&) noexcept = default;
JsonText::~JsonText() = default;

Range JsonText::place(const json& value) const {
  const auto after = std::ranges::upper_bound(places_, &value, std::less<>{}, &Place::value);
  if (after == places_.begin() || std::prev(after)->value != &value)
    return {};
  return std::prev(after)->range;
}

} // namespace stasis::exchange
