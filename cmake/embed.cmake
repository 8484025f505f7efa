# cmake -DROOT=folder -DNAME=embeddedPage -DOUT=file.cpp [-DENDINGS=a;b] -P embed.cmake
#
# Writes a source file that puts the files of a folder into the program and lists them (src/studio/embedded.h). The
# assembler takes the bytes, so that size costs no compile time. A checksum beside each file lets a compiler's cache, which
# does not see what the assembler reads, know that the bytes have changed.
set(files "")
if(ROOT AND IS_DIRECTORY "${ROOT}")
  file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/*")
endif()
if(ENDINGS)
  string(REPLACE ";" "|" pattern "${ENDINGS}")
  list(FILTER files INCLUDE REGEX "\\.(${pattern})$")
endif()
list(SORT files)

set(bytes "")
set(names "")
set(rows "")
set(i 0)
foreach(file IN LISTS files)
  set(symbol "stasis_${NAME}_${i}")
  file(SHA256 "${ROOT}/${file}" checksum)
  string(APPEND bytes "asm(\".section .rodata\\n${symbol}: .incbin \\\"${ROOT}/${file}\\\"\\n${symbol}_end: .byte 0\\n.text\"); // ${checksum}\n")
  string(APPEND names "extern const char begin${i}[] asm(\"${symbol}\");\nextern const char end${i}[] asm(\"${symbol}_end\");\n")
  string(APPEND rows "    {\"${file}\", begin${i}, end${i}},\n")
  math(EXPR i "${i} + 1")
endforeach()

set(text "// Written by cmake/embed.cmake.\n#include \"studio/embedded.h\"\n\n#include <vector>\n\n${bytes}\nnamespace stasis::studio {\n\n${names}
std::span<const EmbeddedFile> ${NAME}() {
  static const std::vector<EmbeddedFile> files{
${rows}  };
  return files;
}

} // namespace stasis::studio\n")
file(WRITE "${OUT}" "${text}")
