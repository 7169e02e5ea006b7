-- What wrk sends: events of leads that are known, in batches or one by one, each with an id of its own.
--
--   wrk -t2 -c8 -d10s -s load.lua http://127.0.0.1:PORT -- RUN BATCH LEADS TOKEN
--
-- BATCH is the number of events of a request, 1 for single ones; TOKEN is what follows "Basic ".

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

local names = {}
for name, share in pairs {
  page_view = 60, pricing_page_view = 10, email_open = 12, email_click = 6, content_download = 4, form_submit = 3,
  trial_login = 3, webinar_attended = 1, demo_request = 1,
} do
  for _ = 1, share do names[#names + 1] = name end
end

local run, batch, leads, headers
local count = 0

function init(args)
  run, batch, leads = args[1], tonumber(args[2]), tonumber(args[3])
  headers = { ["Authorization"] = "Basic " .. args[4], ["Content-Type"] = "application/json" }
  math.randomseed(number * 7919)
end

local function event()
  count = count + 1
  local name = names[math.random(#names)]
  return '{"type":"track","messageId":"' .. run .. "-" .. number .. "-" .. count .. '","userId":"user-' .. math.random(leads)
    .. '","event":"' .. name .. '","properties":{"url":"/page/' .. math.random(200) .. '"}}'
end

function request()
  if batch == 1 then return wrk.format("POST", "/v1/track", headers, event()) end
  local events = {}
  for i = 1, batch do events[i] = event() end
  return wrk.format("POST", "/v1/batch", headers, '{"batch":[' .. table.concat(events, ",") .. "]}")
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"seconds":%.3f,"p50_ms":%.2f,"p99_ms":%.2f,"max_ms":%.2f,"refused":%d,"broken":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    latency.max / 1e3, errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
