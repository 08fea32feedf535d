#!/bin/sh
# Installs a Debian package that the project needs and pip cannot bring, or says how to.
set -eu
package=$1

if ! command -v apt-get >/dev/null; then
  echo "PaperAtlas needs '$package': install it with your system's package manager, then try again." >&2
  exit 1
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
  if ! sudo -n true 2>/dev/null; then
    echo "PaperAtlas needs Debian's '$package': sudo apt-get install $package" >&2
    exit 1
  fi
  as_root='sudo -n'
fi
echo "Installing Debian's '$package' ..."
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qq --yes --no-install-recommends "$package" >/dev/null
