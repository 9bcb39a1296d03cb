// The published TUF repository: who signed what, written so that every client sees the old or the new, never
// half.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sync/base/world.h"
#include "sync/central/steps.h"
#include "sync/central/vault.h"
#include "sync/content/content_source.h"
#include "sync/wire/tuf.h"

namespace wv::central {

using base::Instant;
using base::Result;

// What the delegated role says: answers and moderated ideas.
struct Feedback {
  wire::Answers answers;
  wire::PublicIdeas ideas;
};

// As target name → bytes: spread over several documents where there are many. Every answer and idea stands in
// exactly one; what did not change keeps its document.
std::map<std::string, base::Bytes> documents_of(const Feedback& feedback);

struct Released {
  std::string channel;
  std::int64_t targets_version = 0, snapshot_version = 0;
  std::size_t targets = 0, new_blobs = 0;
};

// What the municipality last published in a channel, signed by its publicist.
struct Standing {
  std::string channel;
  std::int64_t version = 0;  // Unix seconds at which it was signed; kiosks report the one they show
  Instant ends;              // of that signature; after it kiosks take no new content
};

// DIR/sleutels (private), DIR/openbaar/<kanaal> (served as is). Not thread-safe; every call that writes must
// happen under the lock DIR/slot.
class Repository {
 public:
  Repository(base::Files& public_files, base::Files& secret_files, std::filesystem::path dir,
             const Steps& steps = no_steps);

  // Makes all keys and root 1, two of three. Invalid when there are keys already.
  Result<> init(base::Random& random, Instant now);
  // Signs the same root anew for another year, under the next number.
  Result<std::int64_t> renew_root(Instant now);
  // sha256 of the newest root, hex: what a kiosk is told when it enrols.
  Result<std::string> root_sha256() const;

  // A new version of everything the municipality says (publisher's key). `feedback` goes along when given.
  Result<Released> publish(const content::Documents& documents, const std::optional<Feedback>& feedback,
                           Instant now);
  // A new version of answers and ideas (online keys). Nothing is written, and nothing returned, when they
  // already say this and are valid for long enough. NotFound: nothing was published in this channel yet.
  Result<std::optional<Released>> publish_feedback(const std::string& channel, const Feedback& feedback,
                                                   Instant now);
  // Signs timestamp, snapshot and feedback anew where less than half of their time is left, or with Always
  // the timestamp in any case: what travels for days must last for days. True: something was.
  enum class Renew { HalfGone, Always };
  Result<bool> refresh(const std::string& channel, Instant now, Renew renew = Renew::HalfGone);

  Result<std::vector<std::string>> channels() const;  // published ones
  Result<Standing> standing(const std::string& channel) const;

  Vault& vault() { return vault_; }
  const Vault& vault() const { return vault_; }
  std::filesystem::path published() const { return dir_ / "openbaar"; }
  std::filesystem::path lock_file() const { return dir_ / "slot"; }

 private:
  // What a channel says now.
  struct Current {
    std::int64_t timestamp_version = 0;
    std::optional<wire::tuf::Snapshot> snapshot;
    std::optional<wire::tuf::Targets> targets, feedback;
    Instant timestamp_expires{};
  };
  struct Next {
    std::string channel;
    Current before;
    std::optional<wire::tuf::Targets> targets, feedback;  // set: a new version is signed
    std::size_t new_blobs = 0;
  };
  Result<Current> current(const std::string& channel) const;
  Result<wire::tuf::Root> root(Instant now) const;
  Result<> put_blobs(Next& next, const std::map<std::string, base::Bytes>& blobs, wire::tuf::Targets& role);
  Result<> add_feedback(Next& next, const Feedback& feedback, Instant now);
  Result<Released> release(Next next, Instant now);
  Result<wire::tuf::MetaFile> put_role(const Next& next, std::string_view role,
                                       const wire::tuf::Targets& body, KeyName key);
  Result<> copy_roots(const std::string& channel);
  std::filesystem::path folder(const std::string& channel) const { return published() / channel; }

  base::Files& files_;
  Vault vault_;
  std::filesystem::path dir_;
  const Steps& steps_;
};

// Takes away what no client can still be fetching: metadata older than `keep` that the newest snapshot does
// not name, and blobs that no remaining metadata names. Failing halfway leaves only rubbish behind.
Result<std::size_t> sweep(base::Files& files, const std::filesystem::path& channel_folder, Instant now,
                          std::chrono::seconds keep);

}  // namespace wv::central
