// What a kiosk says each night about itself, and how the central steers it in return.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/base/crypto.h"
#include "sync/base/time.h"
#include "sync/base/world.h"
#include "sync/model/self_test.h"

namespace wv::wire {

struct Heartbeat {
  std::int64_t sequence = 0;         // of heartbeats, not of ideas
  std::string ticket;                // bon: empty the first time
  std::int64_t content_version = 0;  // version of the targets of the active release; 0: none yet
  std::string software_version;
  std::optional<std::int64_t> waiting_ideas, free_mb, clock_offset_ms;
  std::string last_error;                    // a code of the program, at most 80 characters
  std::optional<model::SelfTest> self_test;  // the last, of whatever night
};

enum class Order { Synchronise, SendLog, StopIntake };  // synchroniseer, stuurLogboek, stopInname

struct HeartbeatAnswer {
  std::string epoch;
  base::Instant durable_until;
  std::string ticket;  // to be shown next time
  base::Instant time;
  std::vector<Order> orders;
  std::vector<std::string> commands;  // compact JWS, to be judged by wire/command.h
};

base::Bytes to_bytes(const Heartbeat& heartbeat);
// Ignores members it does not know: a kiosk may be newer than its central.
base::Result<Heartbeat> read_heartbeat(base::ByteView bytes);
base::Bytes to_bytes(const HeartbeatAnswer& answer);
base::Result<HeartbeatAnswer> read_heartbeat_answer(base::ByteView bytes);  // ignores orders it does not know

// POST /tijdsverklaringen: a signed time for a kiosk whose clock is dead, bound to a nonce of its own (JWS,
// receipt key).
base::Bytes time_request(std::string_view nonce);
base::Result<std::string> read_time_request(base::ByteView bytes);
base::Bytes time_statement(std::string_view nonce, base::Instant now, const base::KeyPair& key,
                           std::string_view kid);
base::Result<base::Instant> read_time_statement(base::ByteView bytes, std::string_view nonce,
                                                const base::PublicKey& key);

}  // namespace wv::wire
