# Step of publish.yml: links the summary to the uploaded preview. Variables: ARTIFACT_URL, GITHUB_STEP_SUMMARY.
set -eu
printf '\n[Download the preview](%s): open site/index.html in it.\n' "$ARTIFACT_URL" >> "$GITHUB_STEP_SUMMARY"
