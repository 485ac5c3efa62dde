// A unit's application that is not Java: people sign in there with their account, by openid-client.
import { createServer } from 'node:http'
import { randomUUID } from 'node:crypto'
import { createRemoteJWKSet, importJWK, jwtVerify } from 'jose'
import * as oidc from 'openid-client'

const { ISSUER, CLIENT, KEY } = process.env
const LOGGED_OUT = 'http://schemas.openid.net/event/backchannel-logout'

const jwk = JSON.parse(KEY)
const signature = oidc.PrivateKeyJwt({ key: await importJWK(jwk, 'ES256'), kid: jwk.kid })
const provider = await oidc.discovery(
  new URL(ISSUER),
  CLIENT,
  { id_token_signed_response_alg: 'RS256', [oidc.clockTolerance]: 5 },
  signature,
  { execute: [oidc.allowInsecureRequests] }, // on this machine there is no TLS
)
const jwks = createRemoteJWKSet(new URL(provider.serverMetadata().jwks_uri))

const begun = new Map() // by browser: what the answer is checked against
const guests = new Map() // by browser: who is signed in
const refreshTokens = new Map() // by browser: the last, kept although the guest is gone
const heard = new Set() // logout tokens

/** Goes to the provider; what the address says besides goes along, and a mistake spoils one check. */
async function begin(browser, url) {
  const checks = {
    pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
    expectedState: oidc.randomState(),
    expectedNonce: oidc.randomNonce(),
    maxAge: url.searchParams.has('max_age') ? Number(url.searchParams.get('max_age')) : undefined,
  }
  const { mistake, ...wishes } = Object.fromEntries(url.searchParams)
  const request = {
    redirect_uri: home + '/zurueck',
    scope: 'openid profile email offline_access',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...wishes,
  }
  if (mistake) checks[mistake] = oidc.randomPKCECodeVerifier()
  begun.set(browser, checks)
  const build = mistake === 'plain' ? oidc.buildAuthorizationUrl : oidc.buildAuthorizationUrlWithPAR
  return build(provider, request)
}

async function end(browser, url) {
  const { iss, ...checks } = begun.get(browser) ?? {}
  begun.delete(browser)
  if (iss) url.searchParams.set('iss', 'https://elsewhere.example')
  await keep(browser, await oidc.authorizationCodeGrant(provider, url, checks))
}

async function keep(browser, tokens) {
  const before = guests.get(browser)
  const claims = tokens.claims() ?? before.claims
  const info = await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
  const guest = { ...before, claims, info, ...withoutEmpty(tokens) }
  guests.set(browser, guest)
  refreshTokens.set(browser, guest.refresh_token)
}

const withoutEmpty = ({ id_token, refresh_token, access_token }) =>
  JSON.parse(JSON.stringify({ id_token, refresh_token, access_token }))

/** OpenID Connect Back-Channel Logout 1.0, section 2.6. */
async function ended(body) {
  const token = new URLSearchParams(body).get('logout_token')
  const { payload } = await jwtVerify(token, jwks, {
    issuer: provider.serverMetadata().issuer,
    audience: CLIENT,
    algorithms: ['RS256'],
    typ: 'logout+jwt',
    requiredClaims: ['iat', 'exp', 'jti', 'sid', 'sub'],
  })
  if (!payload.events?.[LOGGED_OUT] || 'nonce' in payload || heard.has(payload.jti)) {
    throw new Error('no logout token')
  }
  heard.add(payload.jti)
  for (const [browser, guest] of guests) {
    if (guest.claims.sid === payload.sid && guest.claims.sub === payload.sub) guests.delete(browser)
  }
}

function logout(browser) {
  const { id_token } = guests.get(browser)
  guests.delete(browser)
  const back = { post_logout_redirect_uri: home + '/', state: 'auf Wiedersehen' }
  return oidc.buildEndSessionUrl(provider, { id_token_hint: id_token, ...back })
}

function page(browser) {
  const { claims, info, refresh_token } = guests.get(browser) ?? {}
  return JSON.stringify({ claims, info, away: Boolean(refresh_token) })
}

async function body(request) {
  let text = ''
  for await (const piece of request) text += piece
  return text
}

async function serve(request, response) {
  const url = new URL(request.url, home)
  const browser = /browser=([0-9a-f-]{36})/.exec(request.headers.cookie)?.[1] ?? randomUUID()
  response.setHeader('Set-Cookie', `browser=${browser}; HttpOnly; SameSite=Lax; Path=/`)
  const leadTo = (address) => response.writeHead(303, { location: address }).end()
  switch (url.pathname) {
    case '/':
      return response.setHeader('Content-Type', 'text/plain').end(page(browser))
    case '/anmelden':
      return leadTo(await begin(browser, url))
    case '/zurueck':
      await end(browser, url)
      return leadTo('/')
    case '/erneuern':
      await keep(browser, await oidc.refreshTokenGrant(provider, refreshTokens.get(browser)))
      return leadTo('/')
    case '/abmelden':
      return leadTo(logout(browser))
    case '/abgemeldet':
      await ended(await body(request))
      return response.writeHead(204).end()
    default:
      return response.writeHead(404).end()
  }
}

const server = createServer((request, response) =>
  serve(request, response).catch((refused) =>
    response
      .writeHead(400, { 'Content-Type': 'text/plain' })
      .end(`${refused.error ?? refused.code ?? refused.name}: ${refused.message}`),
  ),
)
server.listen(0, 'localhost')
await new Promise((resolve) => server.once('listening', resolve))
const home = `http://localhost:${server.address().port}`
console.log(home)
