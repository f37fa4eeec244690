#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The fonts in resources/fonts are what make_fonts.py makes of Debian 12's, byte for byte.
# Usage: fonts.sh PYTHON. Ends with 77, and says why, where they cannot be made as they were.
set -uo pipefail
python=$1
cd "$(dirname "$(readlink -f "$0")")/../../resources" || exit 1
skip() { echo "skipped: $*"; exit 77; }

"$python" -c "import fontTools" 2>/dev/null || skip "$python has no fontTools, Debian's python3-fonttools"
[ -e /usr/share/fonts/opentype/inter/Inter-Regular.otf ] || skip "Inter-Regular.otf of Debian 12's fonts-inter is not there"
[ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ] || skip "NotoSansCJK-Regular.ttc of Debian 12's fonts-noto-cjk is not there"

made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
status=0
"$python" -B make_fonts.py --out "$made" || status=$?
if [ -e "$made/versions.txt" ] && ! cmp -s fonts/versions.txt "$made/versions.txt"; then
    skip "the fonts were made with other versions (<) than are installed (>):" "$(diff fonts/versions.txt "$made/versions.txt")"
fi
[ "$status" -eq 0 ] || exit 1
diff -r fonts "$made" || { echo "Run resources/make_fonts.py, and commit what it made."; exit 1; }
