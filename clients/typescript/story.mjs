// node story.mjs ADDRESS KEY: what a team does with the client; prints what it sees.
import { ClientsApi, GatewayProblem, MeApi, MessagesApi, OperationsApi, PeopleApi, gateway } from './dist/index.js';

const [address, key] = process.argv.slice(2);
const config = gateway({ address, key });
const people = new PeopleApi(config);

async function problemOf(call) {
  try {
    await call;
  } catch (e) {
    if (e instanceof GatewayProblem) return e;
    throw e;
  }
  throw new Error('the call succeeded');
}

const rows = [];
for (let offset = 0, returned = -1; returned !== 0; offset += returned) {
  const page = await people.listPeople({ limit: 100, offset });
  rows.push(...page.items);
  returned = page.page.returned;
}
console.log(`${rows.length} people`);

const sparse = rows.find((row) => row.email === null && row.phone === null);
const person = await people.findPerson({ personId: sparse.id });
console.log(`email ${person.email}, phone ${person.phone}`);

const change = { personId: '64a0c3f00001000000000002', tagId: '64a0c3f00003000000000003', idempotencyKey: 'story-typescript' };
await people.addTag(change);
const { raw } = await people.addTagRaw(change);
console.log(`${raw.status}, replayed ${raw.headers.get('Idempotency-Replayed')}`);

const channelId = '64a0c3f00001000000000003';
await new MessagesApi(config).sendMessage({ channelId, messageForm: { text: 'Hello' } });
console.log('message sent');

const missing = await problemOf(people.findPerson({ personId: '64a0c3f000010000000fffff' }));
console.log(`${missing.problem.status} ${missing.problem.type}`);

const clients = new ClientsApi(config);
const slow = await clients.createClient({
  clientForm: { name: 'story-typescript', owner: 'story', purpose: 'story', scopes: ['tags:read'], requestsPerMinute: 1 },
});
const slowKey = await clients.createKey({ clientId: slow.id });
const me = new MeApi(gateway({ address, key: slowKey.key, repeats: 0 }));
console.log(`scopes ${(await me.findMe()).scopes}`);
const limited = await problemOf(me.findMe());
console.log(`${limited.problem.status} ${limited.problem.type}, Retry-After ${limited.retryAfterSeconds > 0}`);

const faulty = gateway({ address, key, headers: { 'X-Sandbox-Fault': 'cut-after-apply' } });
const unknown = await problemOf(new MessagesApi(faulty).sendMessage({ channelId, messageForm: { text: 'Again' } }));
console.log(`${unknown.problem.status}, outcome ${unknown.problem.outcome}, retryable ${unknown.problem.retryable}`);

const operations = new OperationsApi(config);
const outcomes = [];
for (let cursor = undefined; cursor !== null; ) {
  const page = await operations.listOperations({ limit: 1, cursor });
  outcomes.push(...page.items.map((operation) => operation.outcome));
  cursor = page.nextCursor;
}
console.log(`operations ${outcomes.reverse()}`);
