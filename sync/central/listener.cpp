// Accepting connections and stopping in good order; what happens on one connection is in session.cpp.
#include "sync/central/listener.h"

#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <charconv>

#include "sync/central/session.h"

namespace wv::central {
namespace {

using base::ErrorCode;
using base::fail;
namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

base::Result<tcp::endpoint> parse_endpoint(const std::string& address) {
  const auto colon = address.rfind(':');
  const auto wrong = [&] {
    return fail(ErrorCode::Invalid,
                "'" + address + "' is no address to listen on: write 127.0.0.1:8080 or [::1]:8080");
  };
  if (colon == std::string::npos) return wrong();
  std::string host = address.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  std::uint16_t port = 0;
  const char* end = address.data() + address.size();
  if (const auto read = std::from_chars(address.data() + colon + 1, end, port);
      read.ec != std::errc() || read.ptr != end)
    return wrong();
  error_code error;
  const auto ip = net::ip::make_address(host == "localhost" ? "127.0.0.1" : host, error);
  if (error) return wrong();
  return tcp::endpoint(ip, port);
}

class TcpListener final : public Listener {
 public:
  TcpListener(Handler handler, Refuse refuse, ListenLimits limits)
      : shared_{std::move(handler), std::move(refuse), std::move(limits)},
        acceptor_(io_),
        retry_(io_),
        last_words_(io_),
        pulse_(io_),
        signals_(io_) {}

  ~TcpListener() override {
    shared_.all_gone = nullptr;  // its timer is about to go
    shared_.answering.clear();
  }

  base::Result<> open(const tcp::endpoint& endpoint) {
    error_code error;
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(net::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(net::socket_base::max_listen_connections, error);
    if (error) return fail(ErrorCode::Unavailable, "listen: " + error.message());
    return {};
  }

  std::uint16_t port() const override { return acceptor_.local_endpoint().port(); }

  void run(Signals signals) override {
    if (signals == Signals::StopOnThem) {
      signals_.add(SIGTERM);
      signals_.add(SIGINT);
      signals_.async_wait([this](error_code error, int) {
        if (!error) wind_down();
      });
    }
    accept();
    io_.run();
  }

  void stop() override {
    net::post(io_, [this] { wind_down(); });
  }

  void every(std::chrono::milliseconds pause, std::function<void()> work) override {
    pulse_.expires_after(pause);
    pulse_.async_wait([this, pause, work = std::move(work)](error_code error) mutable {
      if (error || stopping_) return;  // its time may have come just before wind_down() cancelled it
      work();
      every(pause, std::move(work));
    });
  }

 private:
  void accept() {
    acceptor_.async_accept([this](error_code error, tcp::socket socket) {
      if (stopping_ || error == net::error::operation_aborted) return;
      if (error) return accept_later();
      Session::start(std::move(socket), shared_);
      accept();
    });
  }

  // Out of descriptors, most likely: those who are connected go first.
  void accept_later() {
    retry_.expires_after(std::chrono::milliseconds(100));
    retry_.async_wait([this](error_code error) {
      if (!error && !stopping_) accept();
    });
  }

  void wind_down() {
    if (std::exchange(stopping_, true)) return;
    error_code ignored;
    acceptor_.close(ignored);
    signals_.cancel(ignored);
    retry_.cancel();
    pulse_.cancel();
    shared_.stopping = true;
    const auto sessions = shared_.sessions;
    for (auto* session : sessions) session->finish();
    last_words_.expires_after(shared_.limits.last_words);
    last_words_.async_wait([this](error_code error) {
      if (!error) io_.stop();
    });
    shared_.all_gone = [this] { last_words_.cancel(); };
    if (shared_.sessions.empty()) shared_.all_gone();
  }

  SessionShared shared_;  // before io_: the sessions that io_ still holds say goodbye to it
  net::io_context io_{1};
  tcp::acceptor acceptor_;
  net::steady_timer retry_, last_words_, pulse_;
  net::signal_set signals_;
  bool stopping_ = false;
};

}  // namespace

base::Result<std::unique_ptr<Listener>> Listener::bind(const std::string& address, Handler handler,
                                                       Refuse refuse, ListenLimits limits) {
  WV_TRY(const auto endpoint, parse_endpoint(address));
  auto listener = std::make_unique<TcpListener>(std::move(handler), std::move(refuse), std::move(limits));
  if (auto opened = listener->open(endpoint); !opened) return base::pass(opened, address);
  return listener;
}

}  // namespace wv::central
