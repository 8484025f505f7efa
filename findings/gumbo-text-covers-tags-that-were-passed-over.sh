#!/usr/bin/env bash
# Gumbo 0.10.1 (Debian's libgumbo-dev): the original text of a text node can hold tags, those of the document's end included.
#
# Good guess: `original_text` of a text node is the source of its characters, so with entities set aside the two have
# one length, and a place in the text can be counted in the source.
# Behaviour: it reaches from the node's first character to where the next thing that is kept begins. What stands between
# and makes no node belongs to it: the `</body>` of any tidy page (whose line ends move into the body), an end tag
# without a beginning, tags that a `select` does not take. After the last of them the two no longer run side by side.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && apt-get -qq download libgumbo-dev=0.10.1+dfsg-5 libgumbo1=0.10.1+dfsg-5 && for deb in *.deb; do dpkg -x "$deb" root; done)
library=$(dirname "$(find "$folder/root" -name libgumbo.so)")
echo "libgumbo-dev 0.10.1+dfsg-5"
cat > "$folder/texts.c" <<'C'
#include <gumbo.h>
#include <stdio.h>

static void show(const char* text, int length) {
  for (int i = 0; i < length; ++i)
    if (text[i] == '\n')
      printf("\\n");
    else
      putchar(text[i]);
}

static void walk(const GumboNode* node) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
    const GumboText* text = &node->v.text;
    int length = 0;
    while (text->text[length] != '\0')
      ++length;
    printf("  \"");
    show(text->text, length);
    printf("\" from \"");
    show(text->original_text.data, (int)text->original_text.length);
    printf("\"\n");
  } else if (node->type == GUMBO_NODE_ELEMENT) {
    for (unsigned int i = 0; i < node->v.element.children.length; ++i)
      walk(node->v.element.children.data[i]);
  }
}

int main(void) {
  const char* pages[] = {"<!doctype html><title>t</title><body><p>He said no.</p>\n</body>\n</html>\n",
                         "<!doctype html><title>t</title><p>He said</b> no.",
                         "<!doctype html><title>t</title><select><option>a <b>no</b></select>"};
  for (unsigned int i = 0; i < sizeof pages / sizeof *pages; ++i) {
    printf("page %u\n", i + 1);
    GumboOutput* output = gumbo_parse(pages[i]);
    walk(output->root);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
}
C
gcc -O1 -I "$folder/root/usr/include" "$folder/texts.c" -L "$library" -lgumbo -Wl,-rpath,"$library" -o "$folder/texts"
"$folder/texts" | tee "$folder/seen"
cat > "$folder/expected" <<'TXT'
page 1
  "t" from "t"
  "He said no." from "He said no."
  "\n\n\n" from "\n</body>\n</html>\n"
page 2
  "t" from "t"
  "He said no." from "He said</b> no."
page 3
  "t" from "t"
  "a no" from "a <b>no</b>"
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
