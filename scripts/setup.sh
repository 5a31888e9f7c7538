#!/bin/sh
# Prepares this checkout: the system's libraries, then a virtual environment in .venv.
#
#   scripts/setup.sh letter    what rendering letters needs
#   scripts/setup.sh icu       that, and PyICU: the alphabetical order of each language
#   scripts/setup.sh test      all that, and what the test suite needs
#
# PyICU comes as source alone and takes a minute and a C++ compiler to build: letters do
# without, and say so where the order of their names depends on it.
#
# Installs only what is missing, and says what and why before it does. A second run with nothing
# to do takes no time: the stamp in .venv holds the digest of the lock file and of this script.
#
# Tried on Debian 12. Ubuntu differs in one package (Chromium is a snap there); macOS with Homebrew
# is written with care but untested.

set -eu

purpose=${1:-letter}
case $purpose in
    letter | icu) lock=requirements.lock ;;
    test) lock=requirements-test.lock ;;
    *) echo "usage: scripts/setup.sh letter|icu|test" >&2; exit 2 ;;
esac
cd "$(dirname "$0")/.."

venv=.venv
icu_lock=requirements-icu.lock
minimum='3.11'
system=$(uname -s)

say() { echo "setup: $*"; }
fail() { echo "setup: $*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# ------------------------------------------------------------------------------ what is installed

digest() {
    # What an installed environment depends on; cksum is the one digest that POSIX promises.
    cat "$lock" requirements.lock "$icu_lock" pyproject.toml scripts/setup.sh | cksum
}

is_new_enough() {
    "$1" -c "import sys; sys.exit(sys.version_info < (${minimum%.*}, ${minimum#*.}))" 2>/dev/null
}

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if have "$name" && is_new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
}

has_library() {
    # Loading it is the proof; ctypes.util.find_library would start a compiler to guess.
    "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" 2>/dev/null
}

has_venv() {
    # Debian takes ensurepip out of Python and puts it into python3-venv.
    "$python" -c 'import ensurepip, venv' 2>/dev/null
}

has_font() {
    find /usr/share/fonts /usr/local/share/fonts "$HOME/.local/share/fonts" "$HOME/.fonts" \
        -name "$1" 2>/dev/null | grep -q .
}

has_chromium() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if have "$name"; then return 0; fi
    done
    [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]
}

has_python_headers() {
    "$python" -c 'import os, sys, sysconfig
sys.exit(not os.path.exists(sysconfig.get_path("include") + "/Python.h"))'
}

has_icu() {
    # Importing it is the proof: what was built for one release of ICU does not load another.
    "$venv/bin/python" -c 'import icu' 2>/dev/null
}

has_jdk() {
    # macOS has a javac that only says that there is none.
    have javac && javac -version >/dev/null 2>&1
}

# ------------------------------------------------------------------------------- what is missing

packages=''
reasons=''

want() {    # package, why
    packages="$packages $1"
    reasons="$reasons
  $1: $2"
}

become_root() {
    # Sets `root` to what a command that needs root is to be prefixed with.
    root=''
    [ "$(id -u)" != 0 ] || return 0
    root='sudo'
    [ -t 0 ] || root='sudo -n'    # nobody is there to type a password
    if ! have sudo || ! $root true; then
        if [ "$packages" = ' libharfbuzz-subset0' ]; then
            say "no root here: going on without, more slowly"
            return 1
        fi
        fail "that needs root, and sudo does not give it. Ask whoever runs this machine for
  apt-get install --no-install-recommends$packages
and then run this again."
    fi
}

install_with_apt() {
    [ -n "$packages" ] || return 0
    say "missing on this system, to be installed with apt-get:$reasons"
    become_root || return 0
    log=$(mktemp)
    # shellcheck disable=SC2086 # several words each
    if ! {
        $root apt-get update -q &&
            $root env DEBIAN_FRONTEND=noninteractive \
                apt-get install -q -y --no-install-recommends $packages
    } >"$log" 2>&1 </dev/null; then
        tail -n 25 "$log" >&2
        rm -f "$log"
        fail "apt-get could not install:$packages"
    fi
    rm -f "$log"
    say "installed$packages"
    packages=''
    reasons=''
}

install_with_brew() {
    [ -n "$packages" ] || return 0
    say "missing on this system, to be installed with Homebrew:$reasons"
    # shellcheck disable=SC2086 # one word a package
    brew install --quiet $packages
    packages=''
    reasons=''
}

want_for_letters_on_debian() {
    has_library libpango-1.0.so.0 || want libpango-1.0-0 "lays out the text of PDF files"
    has_library libpangoft2-1.0.so.0 || want libpangoft2-1.0-0 "finds the fonts of PDF files"
    has_library libharfbuzz-subset.so.0 ||
        want libharfbuzz-subset0 "embeds fonts in PDF files (four times as fast as without)"
    has_venv || want python3-venv "makes $venv"
}

want_for_icu_on_debian() {
    [ -e /usr/include/unicode/coll.h ] || want libicu-dev "the alphabets of all languages"
    have pkg-config || want pkg-config "tells PyICU where they are"
    have c++ || want g++ "builds PyICU, which comes as source alone"
    has_python_headers || want python3-dev "what PyICU is built against"
}

want_for_tests_on_debian() {
    { have pdftotext && have pdftoppm; } || want poppler-utils "reads the PDF files back"
    has_font 'NotoSansTamil-Regular.*' ||
        want fonts-noto-core "letters in scripts that our own fonts lack"
    has_font 'NotoSansCJK-Regular.*' || want fonts-noto-cjk "letters in Chinese, Japanese, Korean"
    have git || want git "knows which files belong to the package"
    has_jdk || want default-jdk-headless "runs veraPDF, the validator of PDF/UA and PDF/A"
    [ -e /usr/share/java/jaxb-runtime.jar ] || want libjaxb-java "veraPDF's XML reader"
    has_library libatomic.so.1 || want libatomic1 "runs playwright, which drives Chromium"
    has_chromium && return
    # Ubuntu has Chromium only as a snap, which a container cannot install.
    if grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; then
        fail "the tests need Chromium or Google Chrome: run 'snap install chromium' first"
    fi
    want chromium "opens the HTML files as a reader would"
}

want_on_macos() {
    prefix=$(brew --prefix)
    [ -e "$prefix/lib/libpango-1.0.dylib" ] || want pango "lays out the text of PDF files"
    [ "$purpose" != letter ] || return 0
    [ -e "$prefix/opt/icu4c/include/unicode/coll.h" ] || want icu4c "the alphabets of all languages"
    have pkg-config || want pkgconf "tells PyICU where they are"
    [ "$purpose" = test ] || return 0
    have pdftotext || want poppler "reads the PDF files back"
    has_jdk || want openjdk "runs veraPDF, the validator of PDF/UA and PDF/A"
    has_chromium || fail "the tests need Google Chrome: install it, then run this again"
}

prepare_system() {
    case $system in
        Linux)
            if have apt-get; then
                python=$(find_python)
                if [ -z "$python" ]; then
                    want python3 "runs undersigned"
                    want python3-venv "makes $venv"
                    install_with_apt
                    python=$(find_python)
                fi
                [ -n "$python" ] || fail "Python $minimum or newer is needed; this system has none"
                want_for_letters_on_debian
                if [ "$purpose" != letter ]; then want_for_icu_on_debian; fi
                if [ "$purpose" = test ]; then want_for_tests_on_debian; fi
                install_with_apt
            else
                python=$(find_python)
                [ -n "$python" ] || fail "Python $minimum or newer is needed"
                for name in libpango-1.0.so.0 libpangoft2-1.0.so.0; do
                    has_library "$name" || fail "$name is missing: install Pango 1.44 or newer"
                done
            fi
            ;;
        Darwin)
            have brew || fail "Homebrew is needed: it installs Pango"
            python=$(find_python)
            if [ -z "$python" ]; then want python@3.13 "runs undersigned"; fi
            want_on_macos
            install_with_brew
            python=$(find_python)
            [ -n "$python" ] || fail "Python $minimum or newer is needed"
            ;;
        *) fail "$system is not supported: use Debian, Ubuntu or macOS (on Windows, WSL)" ;;
    esac
    has_venv || fail "$python cannot make virtual environments: install its venv module"
}

# ------------------------------------------------------------------------ the virtual environment

is_here() {
    # A virtual environment that was moved with its folder is of no use: its scripts name the old.
    [ "$(cat "$venv/.made-in" 2>/dev/null)" = "$(pwd -P)" ]
}

prepare_venv() {
    if ! { is_here && is_new_enough "$venv/bin/python"; }; then
        say "making $venv with $("$python" --version)"
        rm -rf "$venv"
        "$python" -m venv "$venv"
        pwd -P >"$venv/.made-in"
    fi
    say "installing $(grep -c '==' "$lock") packages from $lock, each checked against its digest"
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input \
        --require-hashes --requirement "$lock"
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input \
        --no-deps --no-build-isolation --no-index --editable .
}

install_icu() {    # options of pip
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input \
        --no-build-isolation --require-hashes --requirement "$icu_lock" "$@"
}

build_icu() {
    [ "$purpose" != letter ] || return 0
    if [ "$system" = Darwin ]; then
        # Homebrew keeps its ICU apart from the one of the system.
        PKG_CONFIG_PATH="$(brew --prefix)/opt/icu4c/lib/pkgconfig:${PKG_CONFIG_PATH:-}"
        export PKG_CONFIG_PATH
    fi
    say "building PyICU from $icu_lock (a minute, where pip has none from before)"
    log=$(mktemp)
    if ! install_icu >"$log" 2>&1 || ! has_icu; then
        # Built before, for a release of ICU that is no longer here.
        install_icu --no-cache-dir --force-reinstall >"$log" 2>&1 || true
    fi
    if has_icu; then
        rm -f "$log"
        return 0
    fi
    tail -n 25 "$log" >&2
    rm -f "$log"
    [ "$purpose" != icu ] || fail "PyICU could not be built: see above"
    say "PyICU could not be built: names are sorted by the Unicode table, not by language, and the
  tests of that are left out. To try again: scripts/setup.sh icu" >&2
}

mark() {
    # The test environment holds all that the others need: it serves for them too.
    digest >"$venv/.ready-$purpose"
    if [ "$purpose" = test ]; then
        lock=requirements.lock
        digest >"$venv/.ready-letter"
        ! has_icu || digest >"$venv/.ready-icu"
    elif [ "$purpose" = icu ]; then
        digest >"$venv/.ready-letter"
    fi
}

is_ready() {
    is_here && [ -x "$venv/bin/undersigned" ] && "$venv/bin/python" -c '' 2>/dev/null &&
        [ "$(cat "$venv/.ready-$purpose" 2>/dev/null)" = "$(digest)" ]
}

if is_ready; then exit 0; fi
prepare_system
prepare_venv
build_icu
mark
say "ready"
