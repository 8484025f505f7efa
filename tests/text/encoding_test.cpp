#include "evidence/citable_text.h"
#include "evidence/text/decode.h"
#include "evidence/text/document.h"
#include "evidence/text/file_parts.h"
#include "evidence/text/language.h"
#include "evidence/text/sha256.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::evidence {
namespace {

const std::string said = "Ren\u00E9 Dupr\u00E9 said: \u201CWe won\u2019t pay unless the mayor signs.\u201D "
                         "The talks went on in the town hall.";
const std::string saidIn1252 = "Ren\xE9 Dupr\xE9 said: \x93We won\x92t pay unless the mayor signs.\x94 The "
                               "talks went on in the town hall.";

std::string utf16(const std::string& ascii, bool little, bool mark) {
  std::string out = mark ? (little ? "\xFF\xFE" : "\xFE\xFF") : "";
  for (const char c : ascii)
    (out += little ? c : '\0') += little ? '\0' : c;
  return out;
}

std::string decoded(const std::string& bytes) {
  const Decoded made = decode(bytes);
  EXPECT_EQ(made.problem, "");
  return made.asIs ? bytes : made.text.text();
}

TEST(Encoding, Windows1252IsRead) {
  EXPECT_EQ(decoded(saidIn1252), said);
  EXPECT_EQ(decode(saidIn1252).encoding, "windows-1252");
  EXPECT_NE(decode(saidIn1252).note, "");
}

TEST(Encoding, Utf16IsReadWithAMarkOrWithout) {
  for (const bool little : {true, false})
    for (const bool mark : {true, false}) {
      const std::string bytes = utf16("Orr said she would sign if they paid.", little, mark);
      EXPECT_EQ(decoded(bytes), "Orr said she would sign if they paid.");
    }
}

TEST(Encoding, RangesAreBytesOfTheFile) {
  const std::string bytes = utf16("Orr said she would sign if they paid.", true, true);
  const Document document(bytes);
  const auto at = document.text().find("sign");
  EXPECT_EQ(document.original({at, at + 4}), (model::Range{2 + 2 * at, 2 + 2 * (at + 4)}));
  const Document latin(saidIn1252);
  const auto name = latin.text().find("Dupr\u00E9");
  const model::Range range = latin.original({name, name + 6});
  EXPECT_EQ(saidIn1252.substr(range.begin, range.end - range.begin), "Dupr\xE9");
}

TEST(Encoding, WhatAPageSaysCounts) {
  const std::string page = "<html><head><meta charset=\"windows-1251\"></head><p>\xCC\xE8\xF0</p></html>";
  EXPECT_EQ(Document(page).text(), "\u041C\u0438\u0440");
  EXPECT_EQ(decode(page).encoding, "windows-1251");
}

TEST(Encoding, ABrokenByteInUtf8IsNoReplacementCharacter) {
  const std::string mixed = said + "\nShe said \x93no\x94.\n";
  const Document document(mixed);
  EXPECT_EQ(document.problem(), "");
  EXPECT_EQ(document.text().find("\uFFFD"), std::string::npos);
  EXPECT_NE(document.text().find("said \u201Cno\u201D"), std::string::npos);
  ASSERT_EQ(document.notes().size(), 1U);
  EXPECT_NE(document.notes()[0].find("line 2"), std::string::npos);
}

TEST(Encoding, ABrokenByteBeforeAllOthersLeavesTheTextUtf8) {
  const Decoded made = decode("The \xE9lite left.\n" + said);
  EXPECT_EQ(made.encoding, "UTF-8");
  EXPECT_EQ(made.text.text(), "The \u00E9lite left.\n" + said);
  EXPECT_NE(made.note.find("line 1"), std::string::npos);
}

TEST(Encoding, AByteThatNothingKnowsIsNamedWithItsLine) {
  const Decoded made = decode(said + "\n\nOne \x81 two.\n");
  EXPECT_NE(made.problem.find("line 3"), std::string::npos);
}

TEST(Encoding, ACutCharacterAtTheEndIsLeftOut) {
  const Decoded made = decode(said + " \xE2\x80");
  EXPECT_EQ(made.problem, "");
  EXPECT_EQ(made.text.text(), said + " ");
}

TEST(Encoding, BytesOfNulAreNoText) { EXPECT_NE(Document(std::string("a\0b", 3)).problem(), ""); }

TEST(Language, OthersAreNamed) {
  EXPECT_EQ(languageOf("Der Minister sagte am Montag, die Regierung werde den Hafen nicht verkaufen, wenn "
                       "die Gewerkschaft streike.")
                .code,
            "de");
  EXPECT_EQ(languageOf("Le ministre a d\u00E9clar\u00E9 lundi que le gouvernement ne vendrait pas le port si "
                       "le syndicat faisait gr\u00E8ve.")
                .code,
            "fr");
  EXPECT_EQ(languageOf("El ministro dijo el lunes que el gobierno no vender\u00EDa el puerto si el sindicato "
                       "hac\u00EDa huelga.")
                .code,
            "es");
  EXPECT_EQ(
      languageOf(
          "The minister said on Monday that the government would not sell the harbour if the union struck.")
          .code,
      "en");
  EXPECT_EQ(languageOf("Wolanski, Dupr\u00E9 and Okonkwo-Szarvas left Br\u0161ica.").code, "en");
}

TEST(Language, ParagraphsOfAnotherAreSetAside) {
  const std::string mixed =
      "The minister said on Monday that the government would not sell the harbour if the union struck.\n\n"
      "Le ministre a d\u00E9clar\u00E9 lundi que le gouvernement ne vendrait pas le port si le syndicat "
      "faisait gr\u00E8ve.\n\n"
      "The union said that it would go on with the strike until the end of the month.\n";
  const Document document(mixed);
  EXPECT_EQ(document.language(), "en");
  EXPECT_EQ(document.kindAt(document.text().find("ministre")), ParagraphKind::foreign);
  EXPECT_EQ(document.kindAt(document.text().find("union said")), ParagraphKind::body);
  ASSERT_EQ(document.notes().size(), 1U);
  EXPECT_EQ(document.notes()[0], "1 paragraph in French is not read");
}

TEST(Language, EachParagraphCountsByItself) {
  const std::string english =
      "The union said that it would go on with the strike until the end of the month.";
  const std::vector<std::pair<std::string, std::string>> foreign = {
      {"German",
       "Die Gewerkschaft sagte am Montag, sie werde bis zum Ende des Monats weiter streiken, wenn nicht "
       "verhandelt werde."},
      {"Spanish", "El sindicato dijo el lunes que seguir\u00EDa en huelga hasta el final del mes si no se "
                  "negociaba con la empresa."},
      {"Polish", "Zwi\u0105zek powiedzia\u0142 w poniedzia\u0142ek, \u017Ce b\u0119dzie strajkowa\u0107 do "
                 "ko\u0144ca miesi\u0105ca, je\u015Bli nie b\u0119dzie rozm\u00F3w."},
      {"Russian",
       "\u041F\u0440\u043E\u0444\u0441\u043E\u044E\u0437 \u0437\u0430\u044F\u0432\u0438\u043B \u0432 "
       "\u043F\u043E\u043D\u0435\u0434\u0435\u043B\u044C\u043D\u0438\u043A, \u0447\u0442\u043E "
       "\u0431\u0443\u0434\u0435\u0442 \u0431\u0430\u0441\u0442\u043E\u0432\u0430\u0442\u044C."}};
  std::string mixed = english;
  for (const auto& [name, words] : foreign)
    mixed += "\n\n" + words + "\n\n" + english;
  const Document document(mixed);
  EXPECT_EQ(document.language(), "en");
  EXPECT_EQ(document.notes().size(), foreign.size());
  for (const auto& [name, words] : foreign) {
    EXPECT_EQ(document.kindAt(document.text().find(words.substr(0, 12))), ParagraphKind::foreign) << name;
    EXPECT_EQ(std::ranges::count(document.notes(), "1 paragraph in " + name + " is not read"), 1) << name;
  }
  for (std::size_t at = document.text().find("The union"); at != std::string::npos;
       at = document.text().find("The union", at + 1))
    EXPECT_EQ(document.kindAt(at), ParagraphKind::body);
}

const std::string mail =
    "From: Ana Lind <ana@velm.example>\r\nSubject: The quay\r\nDate: Mon, 4 May 2031 10:00:00 +0200\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"xx\"\r\n\r\nnot shown\r\n"
    "--xx\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
    "quoted-printable\r\n\r\n"
    "We will sign if Ren=E9 pays for the =\r\nquay.\r\n--xx\r\nContent-Type: text/html\r\n\r\n<p>We will "
    "sign</p>\r\n--xx--\r\n";

TEST(Parts, OfAMailThePlainOneIsRead) {
  FileParts file = partsOf(mail);
  ASSERT_EQ(file.parts.size(), 1U);
  const Document document(mail, std::move(file.parts[0]));
  EXPECT_EQ(document.text(), "We will sign if Ren\u00E9 pays for the quay.");
  EXPECT_EQ(document.facts().date, "2031-05-04");
  EXPECT_EQ(document.facts().title, "The quay");
  const auto at = document.text().find("Ren\u00E9");
  const model::Range range = document.original({at, at + 5});
  EXPECT_EQ(mail.substr(range.begin, range.end - range.begin), "Ren=E9");
}

TEST(Parts, Base64IsRead) {
  const std::string coded =
      "From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
      "V2Ugd2lsbCBz\naWduLg==\n";
  FileParts file = partsOf(coded);
  ASSERT_EQ(file.parts.size(), 1U);
  EXPECT_EQ(Document(coded, std::move(file.parts[0])).text(), "We will sign.");
  EXPECT_TRUE(CitableText(coded).find(Quotation("We will sign")).found);
}

TEST(Parts, AMailboxHasItsMessages) {
  const std::string box = "From ana Mon May  4 10:00:00 2031\n" + mail +
                          "\nFrom bo Mon May  4 11:00:00 2031\nFrom: bo@velm.example\n"
                          "Subject: no\nDate: Tue, 5 May 2031 10:00:00 +0200\n\nWe will not.\n";
  FileParts file = partsOf(box);
  ASSERT_EQ(file.parts.size(), 2U);
  EXPECT_EQ(file.parts[1].date, "2031-05-05");
  EXPECT_EQ(Document(box, std::move(file.parts[1])).text(), "We will not.");
}

TEST(Parts, OfPartsWithinPartsEachTextIsRead) {
  const std::string nested =
      "From: a@b.example\nDate: Mon, 4 May 2031 10:00:00 +0200\nMIME-Version: 1.0\n"
      "Content-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: multipart/alternative; "
      "boundary=in\n\n"
      "--in\nContent-Type: text/plain\n\nWe sign.\n--in\nContent-Type: text/html\n\n<p>We sign.</p>\n--in--\n"
      "--out\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
      "PHA+V2UgZG8gbm90LjwvcD4=\n--out--\n";
  FileParts file = partsOf(nested);
  ASSERT_EQ(file.parts.size(), 2U);
  EXPECT_EQ(Document(nested, std::move(file.parts[0])).text(), "We sign.");
  EXPECT_EQ(Document(nested, std::move(file.parts[1])).text(), "We do not.");
}

TEST(Parts, ACutMailIsReadAsFarAsItGoes) {
  for (std::size_t length = 0; length < mail.size(); ++length) {
    const std::string cut = mail.substr(0, length);
    for (FilePart& part : partsOf(cut).parts) {
      const Document document(cut, std::move(part));
      EXPECT_LE(document.text().size(), 2 * cut.size() + 16);
      if (!document.text().empty()) {
        EXPECT_LE(document.original({0, document.text().size()}).end, cut.size());
      }
    }
  }
}

TEST(Parts, AttachmentsAreNamed) {
  const std::string with =
      "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\nYes.\n--q\n"
      "Content-Type: application/pdf\nContent-Disposition: attachment\n\nxx\n--q--\n";
  const FileParts file = partsOf(with);
  EXPECT_EQ(file.parts.size(), 1U);
  ASSERT_EQ(file.notes.size(), 1U);
  EXPECT_NE(file.notes[0].find("application/pdf"), std::string::npos);
}

TEST(Parts, OfAFeedEveryItemIsAText) {
  const std::string feed =
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Velm</title><item><title>One</title>"
      "<description>&lt;p&gt;Orr said &amp;ldquo;no&amp;rdquo;.&lt;/p&gt;</description><pubDate>Mon, 4 May "
      "2031 10:00:00 GMT"
      "</pubDate></item><item><description><![CDATA[<p>Lind said "
      "<b>yes</b>.</p>]]></description></item></channel></rss>";
  FileParts file = partsOf(feed);
  ASSERT_EQ(file.parts.size(), 2U);
  EXPECT_EQ(file.parts[0].date, "2031-05-04");
  EXPECT_EQ(Document(feed, std::move(file.parts[0])).text(), "Orr said \u201Cno\u201D.");
  EXPECT_EQ(Document(feed, std::move(file.parts[1])).text(), "Lind said yes.");
}

TEST(Sha256, HasTheDigestsOfTheStandard) { // FIPS 180-4, examples
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

} // namespace
} // namespace stasis::evidence
