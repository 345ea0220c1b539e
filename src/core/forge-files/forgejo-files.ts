import { type ForgeFacts, type ForgeFile, PULL_TIME } from './forge-facts.ts'
import { branchPattern, literalText, yamlText } from './yaml-text.ts'

/** The workflows for Forgejo. They use no actions, install the release, and need nothing else from another forge. */
export function forgejoFiles(facts: ForgeFacts): readonly ForgeFile[] {
  return [
    { path: '.forgejo/workflows/slides.yml', text: publishFile(facts) },
    ...(facts.pads ? [{ path: '.forgejo/workflows/pull-pads.yml', text: pullFile(facts) }] : []),
  ]
}

const runner = (minutes: number) => `    # A label of your runners; on Codeberg it is codeberg-small.
    runs-on: docker
    container: { image: 'node:24' }
    timeout-minutes: ${minutes}`

const environment = ({ release, folder }: ForgeFacts) => `    env:
      HEDGEROW_FOLDER: ${literalText(folder)}
      HEDGEROW_PACKAGE: ${yamlText(release.tarball)} # ${release.commit}
      HEDGEROW: /tmp/hedgerow/node_modules/hedgerow
      # Prints the token only where a step has it.
      GIT_LOGIN: '!echo username=token; echo "password=$TOKEN"; :'
      REPOSITORY: \${{ github.server_url }}/\${{ github.repository }}.git`

const INSTALL = `      - name: Install
        run: npm install --ignore-scripts --no-audit --no-fund --prefix /tmp/hedgerow "$HEDGEROW_PACKAGE"`

function publishFile(facts: ForgeFacts): string {
  return `# Publishes the slides as the branch "pages", and checks pull requests.
name: Slides
on:
  push: { branches: [${branchPattern(facts.branch)}] }
  pull_request:
  workflow_dispatch:
jobs:
  publish:
${runner(15)}
${environment(facts)}
    steps:
      - name: Clone
        run: |
          git init --quiet /tmp/source
          cd /tmp/source
          git -c credential.helper="$GIT_LOGIN" fetch --quiet "$REPOSITORY" "$GITHUB_REF"
          git checkout --quiet --detach FETCH_HEAD
          if [ -n "$GITHUB_BASE_REF" ]; then
            git -c credential.helper="$GIT_LOGIN" fetch --quiet "$REPOSITORY" "refs/heads/$GITHUB_BASE_REF:refs/hedgerow/base"
          fi
        env:
          TOKEN: \${{ github.token }}
${INSTALL}
      - name: Preview
        if: github.event_name == 'pull_request'
        run: |
          cd /tmp/source
          node "$HEDGEROW/lib/ci/preview.js"
        env:
          HEDGEROW_OUT: /tmp/preview
          HEDGEROW_AGAINST: refs/hedgerow/base
      - name: Build
        if: github.event_name != 'pull_request'
        run: |
          cd /tmp/source
          node "$HEDGEROW/lib/ci/publish.js"
        env:
          HEDGEROW_OUT: /tmp/site
          HEDGEROW_BASE: \${{ github.event.repository.name }}
      # A new clone, in which no code from packages has run.
      - name: Publish
        if: github.event_name != 'pull_request'
        run: |
          git init --quiet --initial-branch=pages /tmp/pages
          cd /tmp/pages
          if git -c credential.helper="$GIT_LOGIN" fetch --quiet --depth 1 "$REPOSITORY" refs/heads/pages; then
            git reset --quiet --soft FETCH_HEAD
          fi
          cp -R /tmp/site/. .
          git add --all --force
          if ! git diff --cached --quiet; then
            git -c user.name="Hedgerow" -c user.email="hedgerow@localhost" commit --quiet -m "Publish $GITHUB_SHA"
            git -c credential.helper="$GIT_LOGIN" push "$REPOSITORY" HEAD:refs/heads/pages
          fi
        env:
          TOKEN: \${{ github.token }}
`
}

function pullFile(facts: ForgeFacts): string {
  return `# Pulls the decks from their pads and opens a pull request if they have changed.
# If the token of the run cannot do that on your server, create one with the permission write:repository ("Settings, Applications" of an
# account that can write to this repository), and add it as the secret PADS_TOKEN ("Settings, Actions, Secrets" of the repository).
name: Pull pads
on:
  schedule: [{ cron: '${PULL_TIME}' }]
  workflow_dispatch:
jobs:
  pull:
${runner(15)}
${environment(facts)}
      API: \${{ github.server_url }}/api/v1/repos/\${{ github.repository }}
      BRANCH: \${{ github.ref_name }}
    steps:
      - name: Clone
        run: git -c credential.helper="$GIT_LOGIN" clone --depth 1 --branch "$BRANCH" "$REPOSITORY" /tmp/pulled
        env:
          TOKEN: \${{ secrets.PADS_TOKEN || github.token }}
${INSTALL}
      - name: Pull
        run: |
          cd "/tmp/pulled/$HEDGEROW_FOLDER"
          node "$HEDGEROW/lib/cli/main.js" pull --folder . || echo "PULL_STATUS=$?" >> "$GITHUB_ENV"
          git add --all -- . ':(exclude)*.pad' ':(exclude)*.clash.json'
          git diff --cached --binary > /tmp/pads.patch
      # A new clone, in which no code from packages has run.
      - name: Propose
        run: |
          if [ ! -s /tmp/pads.patch ]; then exit 0; fi
          git -c credential.helper="$GIT_LOGIN" clone --depth 1 --branch "$BRANCH" "$REPOSITORY" /tmp/proposed
          cd "/tmp/proposed/$HEDGEROW_FOLDER"
          # In a folder, git applies only what is in that folder.
          git apply --index /tmp/pads.patch
          git -c user.name="Hedgerow" -c user.email="hedgerow@localhost" commit -m "Pull the pads"
          git -c credential.helper="$GIT_LOGIN" push --force origin HEAD:refs/heads/pull-pads
          BODY="$(node -p 'JSON.stringify({ head: "pull-pads", base: process.env.BRANCH, title: "Pull the pads" })')"
          status="$(printf 'Authorization: token %s\\n' "$TOKEN" | curl --silent --output /tmp/answer --write-out '%{http_code}' \\
            --header @- --header 'Content-Type: application/json' "$API/pulls" --data "$BODY")"
          # 409: the pull request is open already, and shows what was pushed.
          if [ "$status" != 201 ] && [ "$status" != 409 ]; then cat /tmp/answer; exit 1; fi
        env:
          TOKEN: \${{ secrets.PADS_TOKEN || github.token }}
      # What could be pulled is proposed even if a pad could not be read or merged.
      - name: Report
        run: exit "\${PULL_STATUS:-0}"
`
}
