"""story.py ADDRESS KEY: what a team does with the generated client; prints what it sees."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "target"))

from leeloo_gateway_client import (  # noqa: E402
    ApiClient, ApiException, ClientForm, ClientsApi, Configuration, MeApi, MessageForm, MessagesApi, OperationsApi, PeopleApi)

address, key = sys.argv[1:]


def client(access_token=key):
    """Without retries, because urllib3 waits for the Retry-After of a 429."""
    return ApiClient(Configuration(host=address, access_token=access_token, retries=0))


def problem_of(call):
    try:
        call()
    except ApiException as e:
        return json.loads(e.body), e.headers
    raise AssertionError("the call succeeded")


people = PeopleApi(client())
rows, offset, returned = [], 0, -1
while returned != 0:
    page = people.list_people(limit=100, offset=offset)
    rows += page.items
    returned = page.page.returned
    offset += returned
print(f"{len(rows)} people")

sparse = next(row for row in rows if row.email is None and row.phone is None)
person = people.find_person(sparse.id)
print(f"email {json.dumps(person.email)}, phone {json.dumps(person.phone)}")

anna, tag = "64a0c3f00001000000000002", "64a0c3f00003000000000003"
people.add_tag(anna, tag, idempotency_key="story-python")
repeated = people.add_tag_with_http_info(anna, tag, idempotency_key="story-python")
replayed = {name.lower(): value for name, value in repeated.headers.items()}["idempotency-replayed"]
print(f"{repeated.status_code}, replayed {replayed}")

channel = "64a0c3f00001000000000003"
messages = MessagesApi(client())
messages.send_message(channel, MessageForm(text="Hello"))
print("message sent")

missing, _ = problem_of(lambda: people.find_person("64a0c3f000010000000fffff"))
print(missing["status"], missing["type"])

clients = ClientsApi(client())
slow = clients.create_client(ClientForm(name="story-python", owner="story", purpose="story", scopes=["tags:read"], requests_per_minute=1))
me = MeApi(client(clients.create_key(slow.id).key))
print(f"scopes {','.join(me.find_me().scopes)}")
limited, headers = problem_of(me.find_me)
print(f"{limited['status']} {limited['type']}, Retry-After {json.dumps(int(headers['Retry-After']) > 0)}")

fault = {"X-Sandbox-Fault": "cut-after-apply"}
lost, _ = problem_of(lambda: messages.send_message(channel, MessageForm(text="Again"), _headers=fault))
print(f"{lost['status']}, outcome {lost['outcome']}, retryable {json.dumps(lost['retryable'])}")

operations, outcomes, cursor = OperationsApi(client()), [], None
while True:
    page = operations.list_operations(limit=1, cursor=cursor)
    outcomes += [operation.outcome for operation in page.items]
    cursor = page.next_cursor
    if cursor is None:
        break
print(f"operations {','.join(reversed(outcomes))}")
