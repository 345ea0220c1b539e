import { expect, test } from 'vitest'
import { forwardedHost } from '../../src/cli/forwarded-host.ts'

const CODESPACE = { CODESPACE_NAME: 'Red-Sun-x5', GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN: 'app.github.dev' }

test.each([
  [CODESPACE, 'red-sun-x5-5173.app.github.dev'],
  [{ GITPOD_WORKSPACE_URL: 'https://me-slides-abc.ws-eu1.gitpod.io' }, '5173-me-slides-abc.ws-eu1.gitpod.io'],
  [{}, undefined],
  [{ CODESPACE_NAME: 'red' }, undefined],
  [{ ...CODESPACE, CODESPACE_NAME: 'evil.example/' }, undefined],
  [{ ...CODESPACE, CODESPACE_NAME: '' }, undefined],
  [{ GITPOD_WORKSPACE_URL: 'nonsense' }, undefined],
  [{ GITPOD_WORKSPACE_URL: '' }, undefined],
])('%j forwards to %s', (env, host) => {
  expect(forwardedHost(5173, env)).toBe(host)
})
