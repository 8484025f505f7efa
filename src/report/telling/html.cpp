#include "report/telling/html.h"

#include "report/telling/printable.h"

namespace stasis::report {

std::string htmlText(std::string_view text) {
  std::string out;
  std::size_t begin = 0;
  // Line ends and tabs are kept in a text of several lines; everything else is made printable.
  const auto safely = [&](std::size_t end) {
    for (const char c : printable(text.substr(begin, end - begin)))
      switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
      }
    begin = end + 1;
  };
  for (std::size_t i = 0; i <= text.size(); ++i)
    if (i == text.size() || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
      safely(i);
      if (i < text.size() && text[i] != '\r')
        out += text[i];
    }
  return out;
}

std::string element(std::string_view tag, const std::string& html, std::string_view cssClass) {
  std::string out = "<" + std::string(tag);
  if (!cssClass.empty())
    out += " class=\"" + std::string(cssClass) + "\"";
  return out + ">" + html + "</" + std::string(tag) + ">";
}

std::string letterPage(std::string_view title, const std::string& body) {
  constexpr std::string_view style =
      "body{font:1rem/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 "
      "1rem;color:#1b1b1b;background:#fff}"
      "h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:1.6rem}ul{padding-left:1.1rem}li{margin:.4rem 0}"
      "th,td{text-align:left;padding:.1rem 1rem .1rem 0}"
      "blockquote{margin:.2rem 0 .2rem 1rem;color:#444;font-style:italic}"
      "@media(prefers-color-scheme:dark){body{color:#ddd;background:#161616}blockquote{color:#aaa}}";
  return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
         "<meta name=\"viewport\" content=\"width=device-width\"><title>" +
         htmlText(title) + "</title><style>" + std::string(style) + "</style></head><body>" + body +
         "</body></html>\n";
}

std::string shortened(std::string_view text, std::size_t columns) {
  if (width(text) <= columns)
    return std::string(text);
  std::string out;
  std::size_t used = 0;
  for (const Glyph& glyph : glyphs(text)) {
    if (used + glyph.width + 1 > columns)
      break;
    used += glyph.width;
    out += glyph.shown;
  }
  return out + "…";
}

} // namespace stasis::report
