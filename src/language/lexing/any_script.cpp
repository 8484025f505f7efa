#include "language/lexing/any_script.h"

#include "language/lexing/loaded_library.h"
#include "language/lexing/utf8.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <set>
#include <vector>

namespace stasis::language {

namespace {

// The functions of ICU carry its version in their names, and so do its files.
#define STASIS_SPELLED(name) #name
#define STASIS_SYMBOL(name) STASIS_SPELLED(name)
#define STASIS_LIBRARY(name) "lib" name ".so." U_ICU_VERSION_SHORT

/// Properties and normal forms.
struct Properties {
  LoadedLibrary library{STASIS_LIBRARY("icuuc")};
  decltype(u_hasBinaryProperty)* hasProperty = nullptr;
  decltype(unorm2_getNFCInstance)* formC = nullptr;
  decltype(unorm2_normalize)* normalize = nullptr;
  decltype(uscript_getScript)* scriptOf = nullptr;
  decltype(uscript_getName)* nameOfScript = nullptr;
  decltype(u_strFromUTF8)* fromUtf8 = nullptr;
  decltype(u_strToUTF8)* toUtf8 = nullptr;

  Properties() {
    library.find(hasProperty, STASIS_SYMBOL(u_hasBinaryProperty));
    library.find(formC, STASIS_SYMBOL(unorm2_getNFCInstance));
    library.find(normalize, STASIS_SYMBOL(unorm2_normalize));
    library.find(scriptOf, STASIS_SYMBOL(uscript_getScript));
    library.find(nameOfScript, STASIS_SYMBOL(uscript_getName));
    library.find(fromUtf8, STASIS_SYMBOL(u_strFromUTF8));
    library.find(toUtf8, STASIS_SYMBOL(u_strToUTF8));
  }
};

const Properties& properties() {
  static const Properties loaded;
  return loaded;
}

/// What looks alike.
struct Looks {
  LoadedLibrary library{STASIS_LIBRARY("icui18n")};
  decltype(uspoof_open)* open = nullptr;
  decltype(uspoof_setChecks)* setChecks = nullptr;
  decltype(uspoof_setRestrictionLevel)* setLevel = nullptr;
  decltype(uspoof_checkUTF8)* check = nullptr;
  decltype(uspoof_getSkeletonUTF8)* skeleton = nullptr;
  USpoofChecker* checker = nullptr;

  Looks() {
    library.find(open, STASIS_SYMBOL(uspoof_open));
    library.find(setChecks, STASIS_SYMBOL(uspoof_setChecks));
    library.find(setLevel, STASIS_SYMBOL(uspoof_setRestrictionLevel));
    library.find(check, STASIS_SYMBOL(uspoof_checkUTF8));
    library.find(skeleton, STASIS_SYMBOL(uspoof_getSkeletonUTF8));
    UErrorCode status = U_ZERO_ERROR;
    checker = library.found() ? open(&status) : nullptr;
    if (checker == nullptr)
      return;
    setChecks(checker, USPOOF_RESTRICTION_LEVEL | USPOOF_INVISIBLE | USPOOF_MIXED_NUMBERS, &status);
    setLevel(checker, USPOOF_HIGHLY_RESTRICTIVE);
    if (U_FAILURE(status) != 0)
      checker = nullptr;
  }
};

/// One at a time: names are few.
const Looks& looks() {
  static const Looks loaded;
  return loaded;
}

bool has(char32_t c, UProperty property) {
  return properties().hasProperty(static_cast<UChar32>(c), property) != 0;
}

/// `Latin and Cyrillic`.
std::string scriptsIn(std::string_view name) {
  std::set<std::string> scripts;
  for (std::size_t i = 0; i < name.size();) {
    const CodePoint c = codePointAt(name, i);
    i += c.length;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = properties().scriptOf(static_cast<UChar32>(c.value), &status);
    if (U_SUCCESS(status) != 0 && script > USCRIPT_INHERITED)
      scripts.insert(properties().nameOfScript(script));
  }
  std::string all;
  std::size_t k = 0;
  for (const std::string& script : scripts)
    all += (k++ == 0 ? "" : k == scripts.size() ? " and " : ", ") + script;
  return all;
}

} // namespace

bool knowsAnyScript() { return properties().library.found() && looks().checker != nullptr; }

std::string_view libraryOfScripts() {
  return properties().library.found() ? STASIS_LIBRARY("icui18n") : STASIS_LIBRARY("icuuc");
}

bool beginsName(char32_t c) { return has(c, UCHAR_XID_START) && !has(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT); }

bool continuesName(char32_t c) {
  return has(c, UCHAR_XID_CONTINUE) && !has(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

std::string composed(std::string_view name) {
  const Properties& icu = properties();
  if (!icu.library.found())
    return std::string(name);
  UErrorCode status = U_ZERO_ERROR;
  std::vector<UChar> wide(name.size() + 1);
  std::int32_t length = 0;
  icu.fromUtf8(wide.data(), static_cast<std::int32_t>(wide.size()), &length, name.data(),
               static_cast<std::int32_t>(name.size()), &status);
  std::vector<UChar> normal(3 * wide.size()); // form C grows no character beyond three units
  const UNormalizer2* form = icu.formC(&status);
  const std::int32_t normalLength = icu.normalize(form, wide.data(), length, normal.data(),
                                                  static_cast<std::int32_t>(normal.size()), &status);
  std::string out(3 * normal.size(), '\0');
  std::int32_t bytes = 0;
  icu.toUtf8(out.data(), static_cast<std::int32_t>(out.size()), &bytes, normal.data(), normalLength, &status);
  if (U_FAILURE(status) != 0)
    return std::string(name);
  out.resize(static_cast<std::size_t>(bytes));
  return out;
}

bool isName(std::string_view words) {
  bool first = true;
  for (std::size_t i = 0; i < words.size(); first = false) {
    const CodePoint c = codePointAt(words, i);
    const bool letter =
        (c.value >= 'a' && c.value <= 'z') || (c.value >= 'A' && c.value <= 'Z') || c.value == '_';
    const bool digit = c.value >= '0' && c.value <= '9';
    const bool foreign = c.valid && c.value >= 0x80 && knowsAnyScript() &&
                         (first ? beginsName(c.value) : continuesName(c.value));
    if (!letter && !(digit && !first) && !foreign)
      return false;
    i += c.length;
  }
  return !words.empty();
}

std::string skeletonOf(std::string_view name) {
  if (looks().checker == nullptr)
    return std::string(name);
  UErrorCode status = U_ZERO_ERROR;
  std::string out(16 * name.size() + 64, '\0');
  const std::int32_t length =
      looks().skeleton(looks().checker, 0, name.data(), static_cast<std::int32_t>(name.size()), out.data(),
                       static_cast<std::int32_t>(out.size()), &status);
  if (U_FAILURE(status) != 0)
    return std::string(name);
  out.resize(static_cast<std::size_t>(length));
  return out;
}

namespace {

std::string oddityOfWord(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t found =
      looks().check(looks().checker, name.data(), static_cast<std::int32_t>(name.size()), nullptr, &status);
  if (U_FAILURE(status) != 0 || (found & USPOOF_ALL_CHECKS) == 0)
    return {};
  if ((found & USPOOF_RESTRICTION_LEVEL) != 0)
    return "mixes characters of " + scriptsIn(name);
  return (found & USPOOF_MIXED_NUMBERS) != 0 ? "mixes digits of two scripts"
                                             : "has marks that cannot be seen";
}

} // namespace

std::string oddityOf(std::string_view name) {
  std::string found;
  for (std::size_t begin = 0; begin <= name.size() && found.empty();) {
    const std::size_t end = std::min(name.find('_', begin), name.size());
    found = oddityOfWord(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return found;
}

} // namespace stasis::language
