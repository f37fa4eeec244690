#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian package, build/release/package/kpwatch_VERSION_ARCH.deb. The same source and compiler give the same
# bytes: the date inside is that of packaging/deb/changelog.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
packaging/run.sh --no-start
SOURCE_DATE_EPOCH="$(date -d "$(sed -n 's/^ -- .*>  //p' packaging/deb/changelog | head -n 1)" +%s)"
export SOURCE_DATE_EPOCH
log=build/release-package.log
if ! cpack --config build/release/CPackConfig.cmake >"$log" 2>&1; then
    cat "$log" >&2
    echo "CPack could not make the package (see above)." >&2
    exit 1
fi
echo "Made $(ls -t "$PWD"/build/release/package/kpwatch_*.deb | head -n 1)"
