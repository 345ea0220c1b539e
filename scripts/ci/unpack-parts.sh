# Step of publish.yml: unpacks the parts of the site, each in its folder in $RUNNER_TEMP/parts.
set -eu
for part in "$RUNNER_TEMP"/parts/*; do
  tar --extract --file "$part/part.tar" --directory "$part"
  rm "$part/part.tar"
done
