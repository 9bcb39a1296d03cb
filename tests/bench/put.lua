-- Sends ready-made requests of one length from a file, each once; reports in JSON.
local file = assert(io.open(os.getenv("REQUESTS"), "rb"))
local length = tonumber(os.getenv("LENGTH"))

function request()
  local one = file:read(length)
  if one then return one end
  wrk.thread:stop()  -- never the same request twice: that would be another question
  return "GET / HTTP/1.1\r\nHost: centraal\r\n\r\n"
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"seconds":%.3f,"perSecond":%.0f,"p50Ms":%.2f,"p99Ms":%.2f,"errors":%d}\n',
    summary.requests, summary.duration / 1e6, summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
