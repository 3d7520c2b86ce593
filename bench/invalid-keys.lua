-- Invalid keys: with KIND=malformed their checksum is wrong, with KIND=unknown it is correct.
local bit = require("bit")
local digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
local unknown = os.getenv("KIND") == "unknown"

local function random(length)
  local text = {}
  for i = 1, length do
    local at = math.random(62)
    text[i] = digits:sub(at, at)
  end
  return table.concat(text)
end

local function crc32(text)
  local crc = bit.bnot(0)
  for i = 1, #text do
    crc = bit.bxor(crc, text:byte(i))
    for _ = 1, 8 do
      crc = bit.bxor(bit.rshift(crc, 1), bit.band(0xEDB88320, -bit.band(crc, 1)))
    end
  end
  return bit.bnot(crc) % 4294967296
end

local function base62(number, length)
  local text = ""
  for _ = 1, length do
    local at = number % 62 + 1
    text = digits:sub(at, at) .. text
    number = math.floor(number / 62)
  end
  return text
end

function init()
  math.randomseed(os.time())
end

function request()
  local body = "lgw_" .. random(12) .. "_" .. random(43)
  local checksum = unknown and base62(crc32(body), 6) or random(6)
  return wrk.format("GET", nil, { Authorization = "Bearer " .. body .. checksum })
end
