# Step of publish.yml: says how to turn GitHub Pages on, where that is missing.
set -eu
echo "::error title=GitHub Pages is not turned on::Open Settings, Pages of this repository, set Source to GitHub Actions, and run this workflow again."
exit 1
