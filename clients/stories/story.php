<?php

// php story.php ADDRESS KEY: a client of Leeloo's API that sends multipart forms with curl and knows nothing of the gateway.
[, $address, $key] = $argv;

function call(string $method, string $path, ?array $form = null): array
{
    global $address, $key;
    $curl = curl_init($address . $path);
    curl_setopt_array($curl, [
        CURLOPT_CUSTOMREQUEST => $method,
        CURLOPT_HTTPHEADER => ["X-Leeloo-AuthToken: $key"],
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_FAILONERROR => true,
    ]);
    if ($form !== null) {
        curl_setopt($curl, CURLOPT_POSTFIELDS, $form);
    }
    $text = curl_exec($curl);
    $answer = json_decode($text === false ? curl_error($curl) : $text, true);
    if (($answer['status'] ?? 0) !== 1) {
        throw new RuntimeException($text === false ? curl_error($curl) : $text);
    }
    return $answer;
}

$found = call('GET', '/people?' . http_build_query(['filter' => ['phone' => '+12025550101']]));
echo 'found ', implode(',', array_column($found['data'], 'phone')), "\n";
['id' => $account, 'person_id' => $person] = call('POST', '/people', ['name' => 'Eva', 'phone' => '+12025550143'])['data'];
echo 'created ', call('GET', "/people/$person")['data']['name'], "\n";
echo 'commented ', call('PUT', "/people/$person/add-comment", ['comment' => 'called'])['status'], "\n";
call('PUT', "/people/$person/add-tag", ['tag_id' => '64a0c3f00003000000000003']);
echo 'tagged ', count(call('GET', "/people/$person")['data']['tags']), "\n";
$block = ['tunnel_id' => '64a0c3f00006000000000001', 'tunnel_block_id' => '64a0c3f00007000000000001'];
echo 'subscribed ', call('POST', "/communication-channels/$account/manual-subscribe", $block)['status'], "\n";
$order = [
    'paymentCreditsId' => '64a0c3f0000d000000000001',
    'offerId' => '64a0c3f0000c000000000001',
    'personId' => $person,
    'isNotifyAccount' => 'false',
];
echo 'ordered ', call('POST', '/orders', $order)['status'], "\n";
$template = ['account_id' => $account, 'template_id' => '64a0c3f0000a000000000001', 'variables[name]' => 'Eva'];
echo 'sent ', call('POST', '/messages/send-template', $template)['status'], "\n";
