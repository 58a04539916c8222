# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced after tools/prepare.sh by the scripts that try the tree on a system where nothing of ours ever
# was: a folder that debootstrap fills. Wants root and a Debian archive.

mounted=()

# Whoever has a trap of his own calls this in it.
leave_root ()
{
  local place
  for place in "${mounted[@]}"; do
    umount -l "$place" || true
  done
  mounted=()
}
trap leave_root EXIT

# enter_root SUITE FOLDER [PACKAGE,…]: FOLDER is filled if it is empty; the same archive, and the same way
# to it, as this machine's own.
enter_root ()
{
  local archive log place
  mkdir -p "$2"
  root=$(cd "$2" && pwd)
  # A scratch folder is its maker's alone; an ordinary user lives in this one too.
  chmod 755 "$root"
  if [ ! -e "$root/.complete" ]; then
    install_packages package
    archive=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | head -n 1)
    log=$(mktemp)
    say "Filling $root with Debian's $1."
    debootstrap --variant=minbase ${3:+--include="$3"} "$1" "$root" "$archive" >"$log" 2>&1 || { tail "$log" >&2; rm -f "$log"; return 1; }
    rm -f "$log"
    touch "$root/.complete"
  fi
  mkdir -p "$root/etc/apt/apt.conf.d"
  cp -R /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
  cp /etc/resolv.conf /etc/hosts "$root/etc/"
  for place in proc dev; do
    mount --bind "/$place" "$root/$place"
    mounted=("$root/$place" "${mounted[@]}")
    mount --make-private "$root/$place"
  done
  mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
  mounted=("$root/dev/shm" "${mounted[@]}")
  inside apt-get update -qq
}

inside ()
{
  chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

# make_clerk, as_clerk COMMAND…: the user who works there.
make_clerk ()
{
  inside id clerk >/dev/null 2>&1 || inside useradd -m -s /bin/bash clerk
}

as_clerk ()
{
  inside runuser -u clerk -- env HOME=/home/clerk sh -euc 'cd; "$@"' clerk "$@"
}
