#!/usr/bin/env bash
# deb.sh BUILD: the Debian package of what BUILD holds, as BUILD/stasis_VERSION_ARCH.deb. The same sources give the same bytes,
# in whatever folder and whenever: every time in it is that of the last commit (or SOURCE_DATE_EPOCH). lintian finds no error.
set -euo pipefail
umask 022
export LC_ALL=C TZ=UTC
cd "$(dirname "$0")/.."
build=$(realpath "${1:?folder of the build}")
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date -d "$(sed -n 's/^date-released: //p' CITATION.cff)" +%s)}
export SOURCE_DATE_EPOCH
version=$(sed -n 's/^project(stasis VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)-1
arch=$(dpkg --print-architecture)
people="The Stasis maintainers <maintainers@stasis.invalid>"

made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
root=$made/root
doc=$root/usr/share/doc/stasis
DESTDIR=$root cmake --install "$build" --prefix /usr --strip > "$made/log" || { cat "$made/log" >&2; exit 1; }

# --- what Debian wants of the files ---

find "$root" -type d -exec chmod 755 {} +
find "$root" -type f -exec chmod u=rwX,go=rX {} +
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$root"/usr/bin/* "$root"/usr/libexec/stasis/* 2>/dev/null || true
gzip -9n "$root"/usr/share/man/man1/*.1
gzip -9n < CHANGELOG.md > "$doc/changelog.gz"
rm -f "$doc/CHANGELOG.md" "$doc/LICENSE"
{
  echo "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
  echo "Upstream-Name: stasis"
  echo
  echo "Files: *"
  echo "Copyright: $(date -d "@$SOURCE_DATE_EPOCH" +%Y) The Stasis maintainers"
  echo "License: Apache-2.0"
  echo " On Debian systems the text of the licence is in /usr/share/common-licenses/Apache-2.0."
  echo " What is compiled in or linked is listed in NOTICE beside this file, each under its own licence."
} > "$doc/copyright"
printf 'stasis (%s) unstable; urgency=medium\n\n  * What has changed is in changelog.gz.\n\n -- %s  %s\n' \
  "$version" "$people" "$(date -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n > "$doc/changelog.Debian.gz"

# --- what it needs: the libraries that its programs are linked with, and what they load or start where it is there ---

mkdir -p "$made/debian"
printf 'Source: stasis\nMaintainer: %s\n\nPackage: stasis\nArchitecture: any\nDescription: x\n' "$people" > "$made/debian/control"
mapfile -t programs < <(find "$root/usr/bin" "$root/usr/libexec" -type f 2>/dev/null | sort)
needs=$(cd "$made" && dpkg-shlibdeps -O "${programs[@]}" 2> "$made/log") || { cat "$made/log" >&2; exit 1; }
# Loaded by the work that needs it, so that no program says it: the package of each file.
for library in GUMBO_LIBRARY UCHARDET_LIBRARY CLD2_LIBRARY ZLIB_LIBRARY_RELEASE; do
  file=$(sed -n "s/^$library:[A-Z]*=//p" "$build/CMakeCache.txt")
  needs+=", $(dpkg-query -S "*/$(basename "$(readlink -f "$file")")" | head -n 1 | cut -d: -f1)"
done
icu=$(dpkg-query -W -f '${Package}\n' 'libicu[0-9]*' 2>/dev/null | grep -v -- - | sort -V | tail -n 1)

mkdir "$root/DEBIAN"
cat > "$root/DEBIAN/control" <<END
Package: stasis
Version: $version
Architecture: $arch
Maintainer: $people
Installed-Size: $(find "$root/usr" -type f -printf '%s\n' | awk '{kib += int(($1 + 1023) / 1024)} END {print kib}')
Depends: ${needs#shlibs:Depends=}
Recommends: ${icu:-libicu72}
Suggests: poppler-utils, pandoc, antiword
Section: science
Priority: optional
Description: what can hold in a conflict, for whom, and why
 An engine for strategic conflict. It reads a conflict written down as
 parties, options and preferences, and computes which outcomes can hold, for
 whom and why, by the Graph Model for Conflict Resolution. It reads reports
 into statements, and drafts models from them.
END
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum > DEBIAN/md5sums)
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
deb=$build/stasis_${version}_$arch.deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$deb" > "$made/log" || { cat "$made/log" >&2; exit 1; }
lintian --fail-on error --tag-display-limit 0 "$deb"
echo "$deb"
