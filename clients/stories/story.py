"""story.py ADDRESS KEY: a client of Leeloo's API that sends forms with requests, the token in header and query, and knows nothing of the gateway."""

import sys

import requests

address, key = sys.argv[1:]
session = requests.Session()
session.headers["X-Leeloo-AuthToken"] = key


def call(method, path, form=None, **query):
    response = session.request(method, address + path, data=form, params={"authToken": key, **query})
    response.raise_for_status()
    answer = response.json()
    assert answer["status"] == 1, answer
    return answer


found = call("GET", "/people", **{"filter[phone]": "+12025550101"})
print("found", ",".join(row["phone"] for row in found["data"]))
created = call("POST", "/people", {"name": "Eva", "phone": "+12025550143"})["data"]
account, person = created["id"], created["person_id"]
print("created", call("GET", f"/people/{person}")["data"]["name"])
print("commented", call("PUT", f"/people/{person}/add-comment", {"comment": "called"})["status"])
call("PUT", f"/people/{person}/add-tag", {"tag_id": "64a0c3f00003000000000003"})
print("tagged", len(call("GET", f"/people/{person}")["data"]["tags"]))
block = {"tunnel_id": "64a0c3f00006000000000001", "tunnel_block_id": "64a0c3f00007000000000001"}
print("subscribed", call("POST", f"/communication-channels/{account}/manual-subscribe", block)["status"])
order = {
    "paymentCreditsId": "64a0c3f0000d000000000001",
    "offerId": "64a0c3f0000c000000000001",
    "personId": person,
    "isNotifyAccount": "false",
}
print("ordered", call("POST", "/orders", order)["status"])
template = {"account_id": account, "template_id": "64a0c3f0000a000000000001", "variables[name]": "Eva"}
print("sent", call("POST", "/messages/send-template", template)["status"])
