// One JSON line goes in; rows come back as lines that start with '+', and a last line with '!' says how it
// ended.
#include "sync/central/desk_line.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <thread>
#include <vector>

#include "sync/edge/descriptor.h"

namespace wv::central {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Json;
using edge::Descriptor;

constexpr std::size_t max_line = 256 << 10;
constexpr timeval patience{5, 0};

std::unexpected<base::Error> failure(std::string_view what, const fs::path& socket) {
  const auto code =
      errno == ECONNREFUSED || errno == ENOENT || errno == EAGAIN ? ErrorCode::Unavailable : ErrorCode::Io;
  return fail(code, std::string(what) + " " + socket.string() + ": " + std::strerror(errno));
}

Result<sockaddr_un> address_of(const fs::path& socket) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const auto text = socket.string();
  if (text.size() >= sizeof address.sun_path)
    return fail(ErrorCode::Invalid, "the path of the store is too long for a socket beside it: " + text);
  text.copy(address.sun_path, sizeof address.sun_path - 1);
  return address;
}

const sockaddr* generic(const sockaddr_un& address) {
  return reinterpret_cast<const sockaddr*>(&address);
}

bool send_line(int to, std::string line) {
  line += '\n';
  std::string_view left = line;
  while (!left.empty()) {
    const auto sent = ::send(to, left.data(), left.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    left.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

class LineReader {
 public:
  LineReader(int from, std::size_t most) : from_(from), most_(most) {}

  std::optional<std::string> next() {
    while (true) {
      if (const auto end = buffer_.find('\n', searched_); end != std::string::npos) {
        std::string line = buffer_.substr(0, end);
        buffer_.erase(0, end + 1);
        searched_ = 0;
        return line;
      }
      searched_ = buffer_.size();
      char piece[4096];
      const auto got = ::recv(from_, piece, sizeof piece, 0);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0 || buffer_.size() + static_cast<std::size_t>(got) > most_) return std::nullopt;
      buffer_.append(piece, static_cast<std::size_t>(got));
    }
  }

 private:
  int from_;
  std::size_t most_;
  std::string buffer_;
  std::size_t searched_ = 0;
};

// "!" alone, or the error as JSON behind it.
std::string last_line(const Result<>& outcome) {
  if (outcome) return "!";
  return "!" + base::to_text(Json::object(
                   {{"soort", base::name(outcome.error().code)}, {"bericht", outcome.error().message}}));
}

Result<> outcome_of(std::string_view line) {
  if (line.empty()) return {};
  const auto error = base::parse_json(line);
  if (!error) return fail(ErrorCode::Io, "the server's answer cannot be read");
  for (const auto code : {ErrorCode::Invalid, ErrorCode::NotFound, ErrorCode::Unavailable, ErrorCode::Corrupt,
                          ErrorCode::Denied})
    if (base::name(code) == error->text_or("soort", ""))
      return fail(code, std::string(error->text_or("bericht", "")));
  return fail(ErrorCode::Io, std::string(error->text_or("bericht", "")));
}

Result<Descriptor> listen_on(const fs::path& socket) {
  WV_TRY(const auto address, address_of(socket));
  Descriptor listening(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!listening) return failure("socket", socket);
  ::unlink(socket.c_str());  // left by a process that was killed; ours is the only one, we hold the lock
  // Nobody but its owner may connect, from the first moment on.
  const auto before = ::umask(0177);
  const int bound = ::bind(listening.get(), generic(address), sizeof address);
  ::umask(before);
  if (bound != 0 || ::listen(listening.get(), 16) != 0) return failure("listen on", socket);
  return listening;
}

class Server final : public DeskServer {
 public:
  using Published = std::function<void(const Result<std::size_t>&)>;

  Server(fs::path path, Descriptor listening, Descriptor stop, Desk& desk, Published published)
      : path_(std::move(path)),
        listening_(std::move(listening)),
        stop_(std::move(stop)),
        desk_(desk),
        published_(std::move(published)),
        thread_([this] { run(); }) {}

  ~Server() override {
    stopping_ = true;
    ::eventfd_write(stop_.get(), 1);
    thread_.join();
    if (!path_.empty()) ::unlink(path_.c_str());
  }

 private:
  void run() {
    while (!stopping_) {
      pollfd waiting[] = {{listening_.get(), POLLIN, 0}, {stop_.get(), POLLIN, 0}};
      const int ready = ::poll(waiting, 2, static_cast<int>(desk_.until_next_publication().count()));
      if (stopping_) return;
      if (ready > 0 && (waiting[0].revents & POLLIN) != 0) serve_one();
      // However many commands come: the next publication is not put off by them.
      if (desk_.until_next_publication() == base::Millis{0}) published_(desk_.publish_feedback());
    }
  }

  void serve_one() {
    const Descriptor client(::accept4(listening_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!client) return;
    // A command that hangs may not keep the next one waiting for long.
    ::setsockopt(client.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(client.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const auto line = LineReader(client.get(), max_line).next();
    if (!line) return;
    const auto request = base::parse_json(*line);
    if (!request) {
      send_line(client.get(), last_line(fail(ErrorCode::Invalid, "no JSON")));
      return;
    }
    const auto outcome = desk_.ask(
        *request, [&](const Json& row) { return send_line(client.get(), "+" + base::to_text(row)); });
    send_line(client.get(), last_line(outcome));
  }

  const fs::path path_;
  const Descriptor listening_, stop_;
  Desk& desk_;
  const Published published_;
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

}  // namespace

fs::path socket_of(const StorePlace& store) {
  return store.postgres ? fs::path() : fs::path(store.file) += ".balie";
}

Result<> ask_server(const fs::path& socket, const Json& request, const Desk::Row& row, RowPace pace) {
  WV_TRY(const auto address, address_of(socket));
  const Descriptor line(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!line) return failure("socket", socket);
  if (::connect(line.get(), generic(address), sizeof address) != 0) return failure("connect to", socket);
  if (!send_line(line.get(), base::to_text(request))) return failure("send to", socket);
  LineReader reader(line.get(), 16 << 20);
  std::vector<Json> rows;
  while (auto answer = reader.next()) {
    const std::string_view text = *answer;
    if (text.starts_with('!')) {
      for (const auto& one : rows)
        if (!row(one)) break;
      return outcome_of(text.substr(1));
    }
    if (!text.starts_with('+')) break;
    WV_TRY(auto json, base::parse_json(text.substr(1)));
    if (pace == RowPace::AllFirst)
      rows.push_back(std::move(json));
    else if (!row(json))
      return {};
  }
  return fail(ErrorCode::Io, "the server broke off its answer");
}

Result<std::unique_ptr<DeskServer>> DeskServer::start(
    const fs::path& socket, Desk& desk, std::function<void(const Result<std::size_t>&)> published) {
  Descriptor stop(::eventfd(0, EFD_CLOEXEC));
  if (!stop) return failure("eventfd", socket);
  WV_TRY(Descriptor listening, socket.empty() ? Result<Descriptor>(Descriptor()) : listen_on(socket));
  return std::make_unique<Server>(socket, std::move(listening), std::move(stop), desk, std::move(published));
}

}  // namespace wv::central
