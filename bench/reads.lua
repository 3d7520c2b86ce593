-- Uses the keys in KEYS in turn.
local requests = {}
local at = 0

function init()
  for key in os.getenv("KEYS"):gmatch("%S+") do
    requests[#requests + 1] = wrk.format("GET", nil, { Authorization = "Bearer " .. key })
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end
