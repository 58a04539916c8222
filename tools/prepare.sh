# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./run and ./check: brings in the packages that are missing and builds into build/.
# Runs nothing with more rights than it needs: apt alone, and only when a package is missing.

say ()
{
  printf '%s\n' "$*" >&2
}

# packages_of SECTION…: the names under these headings of packages.txt.
packages_of ()
{
  awk -v wanted=" $* " '
    /^[[:space:]]*(#|$)/ { next }
    /^\[/ { inside = index (wanted, " " substr ($1, 2, length ($1) - 2) " ") > 0; next }
    inside { print $1 }' packages.txt
}

# missing_of SECTION…: those of them that are not installed.
missing_of ()
{
  for package in $(packages_of "$@"); do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) || state=
    [ "$state" = installed ] || printf '%s\n' "$package"
  done
}

install_packages ()
{
  if ! command -v dpkg-query >/dev/null 2>&1; then
    say "This is no Debian system: install what packages.txt names by hand. Going on with what is there."
    return 0
  fi
  missing=$(missing_of "$@" | tr '\n' ' ')
  [ -n "$missing" ] || return 0

  as_root=
  if [ "$(id -u)" != 0 ]; then
    as_root=sudo
    if ! command -v sudo >/dev/null 2>&1; then
      say "These packages are missing: ${missing}"
      say "Install them as root: apt-get install --no-install-recommends ${missing}"
      return 1
    fi
  fi
  say "Installing with apt: ${missing}"
  # Standard input stays closed: apt must never wait for an answer.
  $as_root apt-get update -qq </dev/null >&2 || return 1
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing </dev/null >&2
}

# configure OPTION…: makes build/ once; later changes only the options that differ.
configure ()
{
  if [ ! -f build/build.ninja ]; then
    meson setup build "$@" >&2
    return
  fi
  for option in "$@"; do
    name=${option#-D}
    grep -qx "${name}" build/.options 2>/dev/null || { meson configure build "$@" >&2 || return 1; break; }
  done
  if [ $# -gt 0 ]; then
    printf '%s\n' "$@" | sed 's/^-D//' >build/.options
  fi
}

# Lets programs run under zh_CN.UTF-8 on a machine that never generated it.
use_chinese_locale ()
{
  if locale -a 2>/dev/null | grep -qix 'zh_CN\.utf-\?8'; then
    return 0
  fi
  if [ ! -d build/locale/zh_CN.UTF-8 ]; then
    mkdir -p build/locale
    # localedef warns about harmless things and then ends with 1; what it wrote is what counts.
    localedef -i zh_CN -f UTF-8 build/locale/zh_CN.UTF-8 >build/locale.log 2>&1 || [ -d build/locale/zh_CN.UTF-8 ] || return 1
  fi
  LOCPATH=$PWD/build/locale
  export LOCPATH
}
