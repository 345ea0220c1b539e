import type { ForgeFacts, ForgeFile } from './forge-facts.ts'
import { yamlText } from './yaml-text.ts'

/** The pipeline for GitLab. It installs the release and needs nothing else from another forge. */
export function gitlabFiles({ release, folder, pads = false }: ForgeFacts): readonly ForgeFile[] {
  const text = `# Publishes the slides with GitLab Pages, and previews merge requests.
.hedgerow:
  image: node:24
  timeout: 15 minutes
  variables:
    HEDGEROW_FOLDER: { value: ${yamlText(folder)}, expand: false }
    HEDGEROW_PACKAGE: ${yamlText(release.tarball)} # ${release.commit}
    HEDGEROW: /tmp/hedgerow/node_modules/hedgerow
    XDG_CACHE_HOME: $CI_PROJECT_DIR/.cache
    NPM_CONFIG_CACHE: $CI_PROJECT_DIR/.cache/npm
  cache: { key: hedgerow-${release.version}, paths: [.cache] }
  before_script:
    - npm install --ignore-scripts --no-audit --no-fund --prefix /tmp/hedgerow "$HEDGEROW_PACKAGE"

pages:
  extends: .hedgerow
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE != "schedule"
  variables: { HEDGEROW_OUT: public }
  script: [node "$HEDGEROW/lib/ci/publish.js"]
  artifacts: { paths: [public] }

preview-slides:
  extends: .hedgerow
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables: { HEDGEROW_OUT: preview, HEDGEROW_AGAINST: $CI_MERGE_REQUEST_DIFF_BASE_SHA }
  script:
    - git fetch --quiet --depth 1 origin "$HEDGEROW_AGAINST"
    - node "$HEDGEROW/lib/ci/preview.js"
  artifacts:
    when: always
    expose_as: Preview of the slides
    paths: [preview/]
    reports: { codequality: preview/code-quality.json }
    expire_in: 1 week
${pads ? PULL : ''}`
  return [{ path: '.gitlab-ci.yml', text }]
}

const PULL = `
# Pulls the decks from their pads and opens a merge request if they have changed.
# 1. "Settings, Access tokens": create a project access token with the role Developer and the scope write_repository.
# 2. "Settings, CI/CD, Variables": add it as PADS_TOKEN, masked, protected, and only for the environment pull-pads.
# 3. "Build, Pipeline schedules": create a schedule for the default branch.

# Runs code from packages, so it gets no token.
pull-pads:
  extends: .hedgerow
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  script:
    - node "$HEDGEROW/lib/cli/main.js" pull --folder "./$HEDGEROW_FOLDER" || status=$?
    - cd "./$HEDGEROW_FOLDER"
    - "git add --all -- . ':(exclude)*.pad' ':(exclude)*.clash.json' ':(exclude).cache'"
    - git diff --cached --binary > "$CI_PROJECT_DIR/pads.patch"
    - exit "\${status:-0}"
  artifacts:
    # What could be pulled is proposed even if a pad could not be read or merged.
    when: always
    paths: [pads.patch]
    expire_in: 1 day

# Runs no code from packages.
propose-pads:
  extends: .hedgerow
  timeout: 5 minutes
  needs: [pull-pads]
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
      when: always
  environment: { name: pull-pads, action: access }
  cache: []
  before_script: []
  script:
    - if [ ! -s pads.patch ]; then exit 0; fi
    - cd "./$HEDGEROW_FOLDER"
    # In a folder, git applies only what is in that folder.
    - git apply --index "$CI_PROJECT_DIR/pads.patch"
    - git -c user.name="Hedgerow" -c user.email="hedgerow@localhost" commit -m "Pull the pads"
    - >-
      git -c credential.helper='!echo username=pads; echo "password=$PADS_TOKEN"; :'
      push --force
      -o merge_request.create -o merge_request.target="$CI_DEFAULT_BRANCH" -o merge_request.title="Pull the pads"
      "$CI_SERVER_URL/$CI_PROJECT_PATH.git" HEAD:refs/heads/pull-pads
`
