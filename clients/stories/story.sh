#!/usr/bin/env bash
# story.sh ADDRESS KEY: a client of Leeloo's API that sends urlencoded forms with curl and knows nothing of the gateway.
set -euo pipefail
address=$1
key=$2

# call METHOD PATH [CURL OPTION…]
call() {
  local method=$1 path=$2
  shift 2
  curl --silent --show-error --fail --request "$method" --header "X-Leeloo-AuthToken: $key" "$@" "$address$path"
}

# value NAME: of the first field with this name in the JSON of the standard input
value() {
  grep -o "\"$1\":[^,}]*" | head -n 1 | cut -d: -f2- | tr -d '"'
}

echo "found $(call GET /people --get --data-urlencode 'filter[phone]=+12025550101' | grep -o '"phone":"[^"]*"' | cut -d'"' -f4 | paste -sd,)"
created=$(call POST /people --data-urlencode name=Eva --data-urlencode phone=+12025550143)
account=$(value id <<<"$created")
person=$(value person_id <<<"$created")
echo "created $(call GET "/people/$person" | value name)"
echo "commented $(call PUT "/people/$person/add-comment" --data-urlencode comment=called | value status)"
call PUT "/people/$person/add-tag" --data tag_id=64a0c3f00003000000000003 >/dev/null
echo "tagged $(call GET "/people/$person" | grep -o '"tags":\["[^"]*"\]' | wc -l)"
echo "subscribed $(call POST "/communication-channels/$account/manual-subscribe" --data tunnel_id=64a0c3f00006000000000001 --data tunnel_block_id=64a0c3f00007000000000001 | value status)"
echo "ordered $(call POST /orders --data paymentCreditsId=64a0c3f0000d000000000001 --data offerId=64a0c3f0000c000000000001 --data "personId=$person" --data isNotifyAccount=false | grep -o '"status":1}' | value status)"
echo "sent $(call POST /messages/send-template --data "account_id=$account" --data template_id=64a0c3f0000a000000000001 --data-urlencode 'variables[name]=Eva' | value status)"
