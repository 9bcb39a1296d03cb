// The technical rules of the NLGov REST API Design Rules (version 2.1), as checks of an OpenAPI document and of the answers
// that a server gives. Each carries the name the standard gives it, and a violation (`seed`) that proves the check can fail.

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.json)?$/;
const camel = /^[a-z][a-zA-Z0-9]*$/;
const semver = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
// Names under which a secret or a person would travel in an address, where every proxy writes it down.
const sensitive = /(token|sleutel|wachtwoord|code|bsn|email|naam|telefoon|key|secret|password)$/i;
const singularResources = ['gezondheid', 'hartslag', 'openapi.json', 'inhoud'];

const resolve = (contract, node) => node?.$ref ? node.$ref.slice(2).split('/').reduce((at, key) => at?.[key], contract) : node;
const paths = (contract) => Object.entries(contract.paths ?? {});
function operations(contract) {
  return paths(contract).flatMap(([path, item]) => Object.entries(item).filter(([method]) => methods.includes(method))
    .map(([method, operation]) => ({ path, method, operation, at: `${method.toUpperCase()} ${path}`,
      parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) => resolve(contract, one)) })));
}
const responses = (contract) => operations(contract).flatMap((one) => Object.entries(one.operation.responses ?? {})
  .map(([status, response]) => ({ ...one, status: Number(status), response: resolve(contract, response), at: `${one.at} ${status}` })));
const literal = (path) => path.split('/').filter((segment) => segment && !segment.startsWith('{'));
function* nodes(value, at = '#') {
  if (!value || typeof value !== 'object') return;
  yield [at, value];
  for (const [key, inner] of Object.entries(value)) yield* nodes(inner, `${at}/${key}`);
}
// [where, name, schema] of every field of every object.
function fields(contract) {
  return [...nodes(contract)].filter(([, node]) => node.type === 'object' && node.properties)
    .flatMap(([at, node]) => Object.entries(node.properties).map(([name, schema]) => [`${at}/${name}`, name, schema]));
}
const wrong = (list, tell) => list.map(tell);

// Checks of the document. `check` gives what is wrong, one line each; `seed` spoils a copy of the document.
export const documentRules = [
  { rule: '/core/doc-openapi', check: (c) => [
      ...(/^3\./.test(c.openapi ?? '') && paths(c).length ? [] : ['no OpenAPI 3 document with paths']),
      ...wrong([...nodes(c)].filter(([, node]) => node.$ref && !resolve(c, node)), ([at, node]) => `${at}: ${node.$ref} leads nowhere`)],
    seed: (c) => { c.components.schemas.Idee.properties.tekst = { $ref: '#/components/schemas/Nergens' }; } },
  { rule: '/core/doc-openapi-contact', check: (c) => ['name', 'url', 'email'].filter((key) => !c.info?.contact?.[key]).map((key) => `info.contact.${key} is missing`),
    seed: (c) => { delete c.info.contact.email; } },
  { rule: '/core/doc-language', check: (c) => wrong(operations(c).filter(({ operation }) => /\b(the|returns?|gets?|with)\b/i.test(`${operation.summary} ${operation.description}`)),
      ({ at }) => `${at}: not described in Dutch`),
    seed: (c) => { c.paths['/gezondheid'].get.summary = 'Returns the health'; } },
  { rule: '/core/publish-openapi', check: (c) => {
      const headers = c.paths['/openapi.json']?.get?.responses?.['200']?.headers ?? {};
      return c.paths['/openapi.json']?.get?.security?.length === 0 && headers['Access-Control-Allow-Origin'] ? [] : ['/openapi.json is not there for everybody'];
    }, seed: (c) => { delete c.paths['/openapi.json'].get.responses['200'].headers['Access-Control-Allow-Origin']; } },
  { rule: '/core/uri-version', check: (c) => wrong((c.servers ?? [{ url: '' }]).filter(({ url }) => !/\/v\d+$/.test(url)), ({ url }) => `server '${url}' does not end in /v1`),
    seed: (c) => { c.servers[0].url = 'https://centraal.example.org/kiosk/v1.0'; } },
  { rule: '/core/transport/tls', check: (c) => wrong((c.servers ?? []).filter(({ url }) => !url.startsWith('https://')), ({ url }) => `server '${url}' without TLS`),
    seed: (c) => { c.servers[0].url = c.servers[0].url.replace('https', 'http'); } },
  { rule: '/core/semver', check: (c) => semver.test(c.info?.version ?? '') ? [] : ['info.version is no major.minor.patch'],
    seed: (c) => { c.info.version = '1.0'; } },
  { rule: '/core/version-header', check: (c) => wrong(responses(c).filter(({ response }) => !response?.headers?.['API-Version']), ({ at }) => `${at}: no API-Version`),
    seed: (c) => { delete c.components.responses.Probleem.headers['API-Version']; } },
  { rule: '/core/no-trailing-slash', check: (c) => wrong(paths(c).filter(([path]) => path.endsWith('/')), ([path]) => path),
    seed: (c) => { c.paths['/gezondheid/'] = c.paths['/gezondheid']; } },
  { rule: '/core/path-segments-kebab-case', check: (c) => wrong(paths(c).filter(([path]) => !literal(path).every((segment) => kebab.test(segment))), ([path]) => path),
    seed: (c) => { c.paths['/tijdsVerklaringen'] = c.paths['/tijdsverklaringen']; } },
  { rule: '/core/naming-collections', check: (c) => wrong(paths(c).filter(([path]) => !literal(path).every((segment) =>
      singularResources.includes(segment) || /(en|s)$/.test(segment))), ([path]) => `${path}: no Dutch plural`),
    seed: (c) => { c.paths['/idee/{ideeId}'] = c.paths['/ideeen/{ideeId}']; } },
  { rule: '/core/naming-resources', check: (c) => wrong(paths(c).filter(([path]) => literal(path).some((segment) =>
      /^(get|post|put|haal|stuur|maak|verwijder|wijzig|bewaar|zoek|opvragen|registreren)/.test(segment))), ([path]) => `${path}: a verb`),
    seed: (c) => { c.paths['/haal-ideeen'] = c.paths['/gezondheid']; } },
  { rule: '/core/query-keys-camel-case', check: (c) => wrong(operations(c).flatMap(({ at, parameters }) => parameters
      .filter((one) => ['query', 'path'].includes(one.in) && !camel.test(one.name)).map((one) => `${at}: ${one.name}`)), String),
    seed: (c) => { c.paths['/gezondheid'].get.parameters = [{ in: 'query', name: 'met_details', schema: { type: 'string' } }]; } },
  { rule: '/core/schema-camel-case', check: (c) => wrong(fields(c).filter(([, name]) => !camel.test(name)), ([at]) => at),
    seed: (c) => { c.components.schemas.Idee.properties.wijk_code = { type: 'string' }; } },
  { rule: '/core/http-methods', check: (c) => wrong(operations(c).filter(({ method }) => !['get', 'put', 'post', 'delete', 'patch'].includes(method)), ({ at }) => at),
    seed: (c) => { c.paths['/gezondheid'].trace = c.paths['/gezondheid'].get; } },
  { rule: '/core/http-safety', check: (c) => wrong(operations(c).filter(({ method, operation }) => method === 'get' && operation.requestBody), ({ at }) => `${at}: a body in a safe request`),
    seed: (c) => { c.paths['/gezondheid'].get.requestBody = c.paths['/tijdsverklaringen'].post.requestBody; } },
  { rule: '/core/date-time', check: (c) => wrong(fields(c).filter(([, name, schema]) => /(Op|Tot|tijd)$/.test(name) && schema.format !== 'date-time'), ([at]) => `${at}: no date-time`),
    seed: (c) => { c.components.schemas.Ontvangstbewijs.properties.ontvangenOp = { type: 'integer' }; } },
  { rule: '/core/error-handling/problem-details', check: (c) => [
      ...wrong(responses(c).filter(({ status, response }) => status >= 400 && !response?.content?.['application/problem+json']), ({ at }) => `${at}: no problem+json`),
      ...['status', 'title', 'detail'].filter((key) => !c.components?.schemas?.Probleem?.required?.includes(key)).map((key) => `a problem without ${key}`)],
    seed: (c) => { c.components.schemas.Probleem.required = ['status', 'title']; } },
  { rule: '/core/error-handling/invalid-input', check: (c) => wrong(operations(c).filter(({ operation, parameters }) =>
      (operation.requestBody || parameters.length) && !operation.responses?.['400']), ({ at }) => `${at}: no 400`),
    seed: (c) => { delete c.paths['/ideeen/{ideeId}'].put.responses['400']; } },
  { rule: '/core/transport/no-sensitive-uris', check: (c) => wrong(operations(c).flatMap(({ at, parameters }) => parameters
      .filter((one) => ['query', 'path'].includes(one.in) && sensitive.test(one.name)).map((one) => `${at}: ${one.name}`)), String),
    seed: (c) => { c.paths['/gezondheid'].get.parameters = [{ in: 'query', name: 'code', schema: { type: 'string' } }]; } },
  { rule: 'OpenAPI operationId', check: (c) => {
      const ids = operations(c).map(({ operation }) => operation.operationId);
      return operations(c).filter(({ operation }, i) => !camel.test(operation.operationId ?? '') || ids.indexOf(operation.operationId) !== i).map(({ at }) => `${at}: no operationId of its own`);
    }, seed: (c) => { c.paths['/gezondheid'].get.operationId = 'haalInhoud'; } },
];

const securityHeaders = { 'cache-control': /^no-store$/, 'content-security-policy': /frame-ancestors 'none'/, 'strict-transport-security': /max-age=\d+/,
  'x-content-type-options': /^nosniff$/, 'x-frame-options': /^DENY$/ };

// Checks of one answer: { at, status, headers (lower case), body, path, immutable }.
export const answerRules = [
  { rule: '/core/version-header', check: (a, c) => a.headers['api-version'] === c.info.version ? [] : ['API-Version is not the version of the contract'],
    seed: (a) => { delete a.headers['api-version']; } },
  { rule: '/core/transport/security-headers', check: (a) => Object.entries(securityHeaders)
      // Published content is public and signed; what may be kept of it is the one deviation that sync.md explains.
      .filter(([name, form]) => !(name === 'cache-control' && a.content) && !form.test(a.headers[name] ?? '')).map(([name]) => `${name} is missing or weak`),
    seed: (a) => { delete a.headers['x-content-type-options']; } },
  { rule: '/core/error-handling/problem-details', check: (a) => a.status < 400 ? [] : [
      ...(a.headers['content-type'] === 'application/problem+json' ? [] : ['no problem+json']),
      ...['status', 'title', 'detail'].filter((key) => !a.json?.[key]).map((key) => `no ${key}`), ...(a.json?.status === a.status ? [] : ['another status in the body'])],
    seed: (a) => { Object.assign(a, { status: 404, json: { status: 404, title: 'Niet gevonden' } }); } },
  { rule: '/core/no-trailing-slash', check: (a) => a.path.endsWith('/') && a.status !== 404 && !(a.path.startsWith('/inhoud/') && a.status === 400) ? ['an address with a trailing slash is answered'] : [],
    seed: (a) => { Object.assign(a, { path: '/gezondheid/', status: 200 }); } },
  { rule: '/core/publish-openapi', check: (a) => a.path === '/openapi.json' && a.status === 200 && a.headers['access-control-allow-origin'] !== '*' ? ['the contract is not open to other origins'] : [],
    seed: (a) => { Object.assign(a, { path: '/openapi.json' }); delete a.headers['access-control-allow-origin']; } },
  { rule: '/core/http-methods', check: (a) => a.status === 405 && !a.headers.allow ? ['405 without Allow'] : [],
    seed: (a) => { Object.assign(a, { status: 405 }); delete a.headers.allow; } },
  { rule: '/core/date-time', check: (a) => Object.entries(a.json ?? {}).filter(([, value]) => /^\d{4}-\d\d-\d\dT/.test(value) && !value.endsWith('Z')).map(([name]) => `${name} is not in UTC`),
    seed: (a) => { a.json = { tijd: '2026-03-01T11:00:00+01:00' }; } },
];
