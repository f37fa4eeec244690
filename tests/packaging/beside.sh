#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed beside the program says the same as the program, and is what its readers accept.
# Usage: beside.sh PROGRAM BUILT_METAINFO_XML
set -uo pipefail
program=$1 metainfo=$2
cd "$(dirname "$(readlink -f "$0")")/../.."
failures=0

claim() { # SENTENCE COMMAND...: fails if the command does, and shows what it said
    local sentence=$1 said
    shift
    if said=$("$@" 2>&1); then
        echo "passed: $sentence"
    else
        printf 'FAILED: %s\n%s\n' "$sentence" "$said"
        failures=$((failures + 1))
    fi
}

commands() { "$program" --help | sed -n '/^Subcommands:/,$s/^  \([a-z]*\) .*/\1/p'; }
options() { "$program" "$@" --help | grep -oE -- '--[a-z][a-z-]+' | sort -u; }

manual_names_everything() {
    local text command option missing=""
    text=$(mandoc -T ascii packaging/kpwatch.1 | col -b)
    for command in $(commands); do
        grep -qE "^ +$command( |\$)" <<<"$text" || missing+=" $command"
        for option in $(options "$command"); do
            grep -q -- "$option" <<<"$text" || missing+=" $command:$option"
        done
    done
    for option in $(options); do
        grep -q -- "$option" <<<"$text" || missing+=" $option"
    done
    [ -z "$missing" ] || { echo "kpwatch.1 lacks$missing"; return 1; }
}

# What bash offers for a line that ends in the word to complete.
completed() {
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=$((${#COMP_LINE})) COMPREPLY=()
    _kpwatch "$1" "${!#}" "${@: -2:1}"
    echo "${COMPREPLY[*]}"
}

completion_offers_everything() {
    # shellcheck disable=SC1091
    . /usr/share/bash-completion/bash_completion || return 1
    # shellcheck disable=SC1091
    . packaging/completion/kpwatch
    local word offered missing=""
    offered=" $(completed "$program" "") "
    for word in $(commands); do [[ $offered == *" $word "* ]] || missing+=" $word"; done
    offered=" $(completed "$program" chart "--") "
    for word in $(options chart); do [[ $offered == *" $word "* ]] || missing+=" chart:$word"; done
    offered=$(completed "$program" demo "")
    [[ $offered == "gradual abrupt "* ]] || missing+=" demo:gradual,abrupt"
    for word in "sources --on" "sources --token" "telling --secret" "incidents --scope" "incidents --pattern"; do
        # shellcheck disable=SC2086
        offered=$(completed "$program" $word "")
        [[ $("$program" ${word% *} --help) == *"  ${word#* } TEXT:{${offered// /,}}"* ]] || missing+=" $word"
    done
    [ "$(completed "$program" chart --preset "ph")" = phone ] || missing+=" --preset:phone"
    [ -z "$missing" ] || { echo "the completion does not offer$missing"; return 1; }
}

# Of a copy without what was built: where there is no git, reuse would read that as well.
licences_are_known() {
    local copy said status=0
    copy=$(mktemp -d)
    tar --exclude=./build --exclude=./.git -cf - . | tar -xf - -C "$copy"
    said=$(cd "$copy" && reuse lint 2>&1) || { echo "$said"; status=1; }
    ! grep ERROR <<<"$said" || status=1 # a licence that it cannot read fails nothing by itself
    rm -rf "$copy"
    return "$status"
}

# A pack is known by its name, and by its first bytes under any other.
packs_have_a_type() {
    local data status=0
    data=$(mktemp -d)
    mkdir -p "$data/mime/packages" "$data/kpwatch-1/data"
    cp packaging/desktop/org.kpwatch.kpwatch.mime.xml "$data/mime/packages/org.kpwatch.kpwatch.xml"
    cp /usr/share/mime/packages/freedesktop.org.xml "$data/mime/packages/"
    update-mime-database "$data/mime" || status=1
    echo 1 >"$data/kpwatch-1/data/README.txt"
    (cd "$data" && python3 -m zipfile -c a.kpwatch.zip kpwatch-1 && cp a.kpwatch.zip other) || status=1
    local file
    for file in a.kpwatch.zip other; do
        XDG_DATA_HOME=$data XDG_DATA_DIRS=$data gio info -a standard::content-type "$data/$file" |
            grep -q application/x-kpwatch-evidence+zip || { echo "$file is of another type"; status=1; }
    done
    grep -q '^MimeType=.*application/x-kpwatch-evidence+zip;' packaging/desktop/org.kpwatch.kpwatch.desktop || status=1
    rm -rf "$data"
    return "$status"
}

# Software centres show pictures if a packager says where they lie: the files are there, and the entry is valid with them.
pictures_may_be_shown() {
    local with picture status=0
    with=$(mktemp -d)
    awk 'FNR == NR { pictures = pictures $0 "\n"; next } /<content_rating/ { printf "%s", pictures } { print }' \
        packaging/desktop/screenshots.xml "$metainfo" |
        sed 's|@KPWATCH_PICTURES_URL@|https://pictures.example/resources|' >"$with/org.kpwatch.kpwatch.metainfo.xml"
    appstreamcli validate --no-net "$with/org.kpwatch.kpwatch.metainfo.xml" || status=1
    for picture in $(grep -o 'PICTURES_URL@/[^<]*' packaging/desktop/screenshots.xml | sed 's|.*@/||'); do
        [ -s "resources/$picture" ] || { echo "resources/$picture is not there"; status=1; }
    done
    rm -rf "$with"
    return "$status"
}

versions_agree() {
    local version
    version=$("$program" --version)
    [[ $(head -n 1 packaging/deb/changelog) == "kpwatch ($version-"* ]] && grep -q "release version=\"$version\"" "$metainfo"
}

claim "the manual page names every command and option" manual_names_everything
claim "bash completes every command and option" completion_offers_everything
claim "program, metainfo and Debian changelog are of one version" versions_agree
claim "mandoc has nothing against the manual page" mandoc -T lint packaging/kpwatch.1
claim "the desktop file is valid" desktop-file-validate packaging/desktop/org.kpwatch.kpwatch.desktop
claim "evidence packs have a type of their own" packs_have_a_type
claim "the metainfo is valid" appstreamcli validate --no-net "$metainfo"
claim "its pictures can be shown" pictures_may_be_shown
claim "every file has a licence" licences_are_known
claim "the service is rated as the manual says, 1.6" env XDG_RUNTIME_DIR=/tmp systemd-analyze --user security --offline=true --threshold=16 \
    packaging/collector/kpwatch-collect.service
[ "$failures" -eq 0 ]
