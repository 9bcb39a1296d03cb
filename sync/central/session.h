// One connection: read a whole request within its time, answer it, go on or say goodbye.
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_set>

#include "sync/central/listener.h"

namespace wv::central {

class Session;

// What the connections of one listener have in common. Used on the io thread only.
struct SessionShared {
  Listener::Handler handler;
  Listener::Refuse refuse;
  ListenLimits limits;
  std::unordered_set<Session*> sessions;
  // Those that wait for the handler's answer live here, so that whoever holds the Reply never holds a
  // connection: the last hand on one is always the io thread's.
  std::unordered_set<std::shared_ptr<Session>> answering;
  std::size_t large_forms = 0;  // being read now
  bool stopping = false;
  std::function<void()> all_gone;
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  static void start(boost::asio::ip::tcp::socket socket, SessionShared& shared);
  ~Session();
  // No further requests: idle connections end now, busy ones after their answer.
  void finish();

 private:
  using Fields = boost::beast::http::fields;
  using Error = boost::system::error_code;

  Session(boost::asio::ip::tcp::socket socket, SessionShared& shared);
  void read_header();
  void on_header(Error error);
  void give_back_room();
  void say_continue();
  void read_body();
  void on_request(Error error);
  void refuse(Routes::Refusal refusal);
  void refuse_for(Error error);
  Reply reply();
  void answer(Response response);
  void send(std::string text);
  void on_sent(Error error);
  void after_answer();
  void linger();
  void discard();
  std::string remote(const base::Headers& headers) const;

  SessionShared& shared_;
  boost::beast::tcp_stream stream_;
  boost::asio::ip::address peer_;  // unspecified when it had gone already
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  std::string outgoing_;  // what is being sent now: the head with a short body, then pieces of the file
  std::ifstream file_;
  std::uint64_t left_ = 0;  // bytes of the file still to send
  bool waiting_for_request_ = false;
  bool reads_large_form_ = false;
  bool head_only_ = false;
  bool keep_alive_ = false;
  std::size_t to_discard_ = 0;
};

}  // namespace wv::central
