# Step of pull.yml: opens a pull request with $RUNNER_TEMP/pads.patch. Runs no code from packages.
# Variables: HEDGEROW_FOLDER, RUNNER_TEMP, GH_TOKEN.
set -eu
cd "./$HEDGEROW_FOLDER"
# In a folder, git applies only what is in that folder.
git apply --index "$RUNNER_TEMP/pads.patch"
git -c user.name="Hedgerow" -c user.email="hedgerow@localhost" commit -m "Pull the pads"
git push --force origin HEAD:refs/heads/pull-pads
if [ "$(gh pr list --head pull-pads --state open --json number --jq length)" = 0 ]; then
  gh pr create --head pull-pads --title "Pull the pads" --body "The decks as they are in their pads now."
fi
