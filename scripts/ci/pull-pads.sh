# Step of pull.yml: pulls the pads and keeps what has changed as $RUNNER_TEMP/pads.patch. Runs code from packages, so it gets no token.
# Variables: HEDGEROW_FOLDER, RUNNER_TEMP, GITHUB_OUTPUT; HEDGEROW_PAD_COOKIE for private pads.
set -eu
cd "./$HEDGEROW_FOLDER"
status=0
node "$RUNNER_TEMP/program/lib/cli/main.js" pull --folder . || status=$?
git add --all -- . ':(exclude)*.pad' ':(exclude)*.clash.json'
git diff --cached --binary > "$RUNNER_TEMP/pads.patch"
if [ -s "$RUNNER_TEMP/pads.patch" ]; then echo "changed=true" >> "$GITHUB_OUTPUT"; fi
# What could be pulled is proposed even if a pad could not be read or merged.
exit "$status"
