# Step of publish.yml: makes one file of a part of the site, since GitHub refuses some names in an artifact. Variables: RUNNER_TEMP.
set -eu
tar --create --file "$RUNNER_TEMP/part.tar" --directory "$RUNNER_TEMP/part" .
