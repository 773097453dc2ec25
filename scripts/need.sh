#!/bin/sh
# Says in a sentence what is missing, and how to get it.
for tool; do
  command -v "$tool" >/dev/null 2>&1 && continue
  case $tool in
    go) echo "Go 1.26 or later is needed: https://go.dev/dl" ;;
    node|npm) echo "Node 20.19 or later is needed: https://nodejs.org" ;;
    *) echo "$tool is needed." ;;
  esac >&2
  exit 1
done
