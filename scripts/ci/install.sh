# Step of the reusable workflows: installs Hedgerow as $RUNNER_TEMP/program, of the same commit as the workflow.
# Variables: SOURCE (checkout of Hedgerow at that commit), COMMIT, REPOSITORY (its address), DIAGRAMS (true for mermaid and abcjs), RUNNER_TEMP,
# GH_TOKEN (may read).
set -eu

version="$(node -p 'JSON.parse(fs.readFileSync(process.argv[1])).version' "$SOURCE/package.json")"
tarball="hedgerow-$version.tgz"
download="$RUNNER_TEMP/download"
mkdir -p "$download"
cd "$download"

get() { curl --fail --silent --location --retry 3 --output "$1" "$REPOSITORY/releases/download/v$version/$1"; }
# Optional packages, in the versions that Hedgerow is tested with.
versions_of() {
  node -p 'const [file, ...names] = process.argv.slice(1); const { devDependencies: found } = JSON.parse(fs.readFileSync(file)); names.map((name) => `${name}@${found[name]}`).join("\n")' \
    "$SOURCE/package.json" "$@"
}
# The files of a release can be replaced, and with them their digests; what GitHub has signed cannot.
is_attested() {
  name="${REPOSITORY#*://*/}"
  gh attestation verify "$tarball" --repo "$name" --signer-workflow "$name/.github/workflows/release.yml" --source-digest "$COMMIT" \
    --deny-self-hosted-runners > /dev/null
}
manifest_commit() { tar -xOzf "$tarball" package/package.json | node -p 'JSON.parse(fs.readFileSync(0)).gitHead'; }

# The tarball of the release, if this commit is the one that it was packed from.
is_released() {
  get "$tarball" && get SHA256SUMS && grep -F "  $tarball" SHA256SUMS | sha256sum --check --quiet && [ "$(manifest_commit)" = "$COMMIT" ] && is_attested
}
if is_released; then found=true; else found=false; fi
# What runs packages gets no token.
unset GH_TOKEN
if [ "$found" = true ]; then
  # None has a space in its name or version.
  set -- "./$tarball" $(versions_of sharp)
  if [ "${DIAGRAMS:-false}" = true ]; then set -- "$@" $(versions_of mermaid abcjs); fi
  npm install --ignore-scripts --no-audit --no-fund --prefix "$download" "$@"
  ln -s "$download/node_modules/hedgerow" "$RUNNER_TEMP/program"
  echo "Installed Hedgerow $version from its release"
else
  cd "$SOURCE"
  npm ci --ignore-scripts --no-audit --no-fund
  npm run --silent compile
  ln -s "$SOURCE" "$RUNNER_TEMP/program"
  echo "Built Hedgerow $version from commit $COMMIT, since this commit has no release, or none that GitHub has attested"
fi
