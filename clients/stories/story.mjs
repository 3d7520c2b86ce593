// node story.mjs ADDRESS KEY: a client of Leeloo's API that sends JSON with fetch and knows nothing of the gateway.
const [address, key] = process.argv.slice(2);

async function call(method, path, body) {
  const headers = { 'X-Leeloo-AuthToken': key, 'Content-Type': 'application/json' };
  const response = await fetch(address + path, { method, headers, body: body && JSON.stringify(body) });
  const answer = await response.json();
  if (answer.status !== 1) throw new Error(JSON.stringify(answer));
  return answer;
}

const found = await call('GET', `/people?filter[phone]=${encodeURIComponent('+12025550101')}`);
console.log('found', found.data.map((row) => row.phone).join());
const { id: account, person_id: person } = (await call('POST', '/people', { name: 'Eva', phone: '+12025550143' })).data;
console.log('created', (await call('GET', `/people/${person}`)).data.name);
console.log('commented', (await call('PUT', `/people/${person}/add-comment`, { comment: 'called' })).status);
await call('PUT', `/people/${person}/add-tag`, { tag_id: '64a0c3f00003000000000003' });
console.log('tagged', (await call('GET', `/people/${person}`)).data.tags.length);
const block = { tunnel_id: '64a0c3f00006000000000001', tunnel_block_id: '64a0c3f00007000000000001' };
console.log('subscribed', (await call('POST', `/communication-channels/${account}/manual-subscribe`, block)).status);
const order = {
  paymentCreditsId: '64a0c3f0000d000000000001',
  offerId: '64a0c3f0000c000000000001',
  personId: person,
  isNotifyAccount: 'false',
};
console.log('ordered', (await call('POST', '/orders', order)).status);
const template = { account_id: account, template_id: '64a0c3f0000a000000000001', variables: { name: 'Eva' } };
console.log('sent', (await call('POST', '/messages/send-template', template)).status);
