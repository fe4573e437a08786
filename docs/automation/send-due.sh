#!/bin/sh
# Goes on with sends that were cut off, then builds, checks and sends the issue that is dated today.
# Run it as often as you like: the ledger in .gazette/ knows who has got what.
#
#   send-due.sh [FOLDER]     the newsletter folder, the current one when it is left out
#   LIST=people.csv          the list
#   MOST=5000                refuse to send to more people than this, as after a slip in the list
#   GAZETTE='npx gazette'    how Gazette is called
set -eu
cd "${1:-.}"
list=${LIST:-people.csv}
most=${MOST:-5000}
gazette=${GAZETTE:-npx gazette}

# Reads a value of the JSON document on standard input.
value() { node -p "const data = JSON.parse(require('node:fs').readFileSync(0, 'utf8')).data; $1"; }

# Sends, and remembers that some were refused or are in doubt, which is no reason to keep the issue from the others.
failed=0
sent() {
  $gazette send --list "$list" "$@" || { code=$?; [ "$code" -eq 3 ] || exit "$code"; failed=3; }
}

# Says where things stand, and ends here when newsletter.yaml cannot be used.
$gazette status
status=$($gazette status --json)
for issue in $(printf '%s' "$status" | value "data.unfinished.filter((send) => send.pending > 0).map((send) => send.issue).join(' ')"); do
  sent "$issue" --wait 2h
done

issue=$(printf '%s' "$status" | value "data.latest?.date.slice(0, 10) === '$(date +%F)' && data.latest.state !== 'sent' && data.latest.state !== 'sending' ? data.latest.slug : ''")
if [ -z "$issue" ]; then
  echo 'No issue is due today.'
  exit "$failed"
fi

$gazette build "$issue"
$gazette check "$issue"
count=$($gazette send "$issue" --list "$list" --dry-run --json | value 'data.toSend')
if [ "$count" -gt "$most" ]; then
  echo "$issue would go to $count people, and MOST is $most: nothing was sent." >&2
  exit 1
fi
sent "$issue" --confirm "$count" --wait 2h
exit "$failed"
