#include "exchange/nfg_labels.h"

#include <algorithm>

namespace stasis::exchange {

namespace {

bool isBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool isPrintableAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

} // namespace

std::string nfgText(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += '\\';
    out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return out + '"';
}

std::string singleBlanks(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (!isBlank(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  if (!out.empty() && out.back() == ' ')
    out.pop_back();
  return out;
}

std::string NfgLabels::label(std::string_view text, std::size_t number, std::string_view what) {
  const std::string clean = singleBlanks(text);
  if (!clean.empty() && isPrintableAscii(clean))
    return nfgText(clean);
  numbered_.push_back(std::string(what) + " = " + clean);
  return nfgText(std::to_string(number));
}

std::string NfgLabels::legend() const {
  std::string out;
  for (const std::string& one : numbered_)
    out += (out.empty() ? " Labels that are not printable ASCII are given as numbers: " : "; ") + one;
  return out.empty() ? "" : out + '.';
}

} // namespace stasis::exchange
