# Step of publish.yml: names the state of the folder of decks, for the key of its cache. Variables: HEDGEROW_FOLDER, GITHUB_OUTPUT.
set -eu
# A folder that is missing is explained by the build.
state="$(cd "./$HEDGEROW_FOLDER" 2> /dev/null && git rev-parse --verify --quiet HEAD:./)" || state="$(git rev-parse HEAD)"
echo "state=$state" >> "$GITHUB_OUTPUT"
