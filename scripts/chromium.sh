#!/bin/sh
# Prints the path of a Chromium for the browser tests; installs Debian's when
# there is none and that is possible.
find_chromium() {
  for name in "$CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -n "$name" ] && command -v "$name" 2>/dev/null && return 0
  done
  return 1
}
find_chromium && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing Chromium for the browser tests …" >&2
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } >&2 2>&1
  find_chromium && exit 0
fi
echo "The browser tests need Chromium or Chrome: install it (Debian: apt-get install chromium), or set CHROMIUM to its path." >&2
exit 1
