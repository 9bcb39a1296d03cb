// The life of one connection. Every wait has an end, every refusal has words, nothing large stands in memory.
#include "sync/central/session.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

namespace wv::central {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
using net::ip::tcp;

constexpr std::size_t piece_bytes = 64 << 10;
constexpr std::size_t most_discarded = 1 << 20;
constexpr std::chrono::seconds lingering{2};

std::string lower(std::string_view text) {
  std::string out(text);
  for (auto& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string_view view(boost::string_view text) {
  return {text.data(), text.size()};
}

base::Headers headers_of(const http::fields& fields) {
  base::Headers headers;
  for (const auto& field : fields)
    headers.emplace_back(lower(view(field.name_string())), view(field.value()));
  return headers;
}

// RFC 9112, 3.2: who names none or two may mean one server and reach another.
template <class Message>
bool names_one_host(const Message& message) {
  const auto named = message.count(http::field::host);
  return named == 1 || (named == 0 && message.version() < 11);
}

std::string head_of(const Response& response, std::uint64_t length, bool keep_alive) {
  const auto status = static_cast<unsigned>(response.status);
  std::string head = "HTTP/1.1 " + std::to_string(status) + ' ';
  head += view(http::obsolete_reason(http::int_to_status(status)));
  head += "\r\n";
  for (const auto& [name, value] : response.headers) head += name + ": " + value + "\r\n";
  if (response.status != 304) head += "Content-Length: " + std::to_string(length) + "\r\n";
  head += keep_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
  return head;
}

}  // namespace

void Session::start(tcp::socket socket, SessionShared& shared) {
  const std::shared_ptr<Session> session(new Session(std::move(socket), shared));
  if (shared.sessions.size() > shared.limits.connections) return session->refuse(Routes::Refusal::TooBusy);
  session->read_header();
}

Session::Session(tcp::socket socket, SessionShared& shared)
    : shared_(shared),
      stream_(std::move(socket)),
      buffer_(shared.limits.header_bytes + shared.limits.body_bytes) {
  Error ignored;
  stream_.socket().set_option(tcp::no_delay(true), ignored);
  peer_ = stream_.socket().remote_endpoint(ignored).address();
  shared_.sessions.insert(this);
}

Session::~Session() {
  give_back_room();
  shared_.sessions.erase(this);
  if (shared_.stopping && shared_.sessions.empty() && shared_.all_gone) shared_.all_gone();
}

void Session::finish() {
  if (waiting_for_request_ && buffer_.size() == 0) stream_.close();
}

void Session::read_header() {
  parser_.emplace();
  parser_->header_limit(shared_.limits.header_bytes);
  // Beast compares with what the header announces before anybody knows for which address it is: see
  // on_header.
  parser_->body_limit(std::max(shared_.limits.body_bytes, shared_.limits.large_form_bytes));
  waiting_for_request_ = true;
  // Set once for head and body together: a client that drips does not buy time with each byte.
  stream_.expires_after(shared_.limits.whole_message);
  http::async_read_header(stream_, buffer_, *parser_,
                          [self = shared_from_this()](Error error, std::size_t) { self->on_header(error); });
}

void Session::on_header(Error error) {
  waiting_for_request_ = false;
  if (error) return refuse_for(error);
  if (!names_one_host(parser_->get())) return refuse(Routes::Refusal::Malformed);
  const auto& limits = shared_.limits;
  if (!limits.large_forms.empty() && view(parser_->get().target()).starts_with(limits.large_forms)) {
    if (shared_.large_forms >= limits.large_forms_at_once) return refuse(Routes::Refusal::TooBusy);
    ++shared_.large_forms;
    reads_large_form_ = true;
  } else {
    if (parser_->content_length().value_or(0) > limits.body_bytes)
      return refuse(Routes::Refusal::BodyTooLarge);
    parser_->body_limit(limits.body_bytes);
  }
  if (parser_->get()[http::field::expect] == "100-continue") return say_continue();
  read_body();
}

void Session::give_back_room() {
  if (std::exchange(reads_large_form_, false)) --shared_.large_forms;
}

void Session::say_continue() {
  outgoing_ = "HTTP/1.1 100 Continue\r\n\r\n";
  net::async_write(stream_, net::buffer(outgoing_), [self = shared_from_this()](Error error, std::size_t) {
    if (!error) self->read_body();
  });
}

void Session::read_body() {
  http::async_read(stream_, buffer_, *parser_,
                   [self = shared_from_this()](Error error, std::size_t) { self->on_request(error); });
}

void Session::on_request(Error error) {
  give_back_room();
  if (error) return refuse_for(error);
  auto message = parser_->release();
  keep_alive_ = message.keep_alive() && !shared_.stopping;
  head_only_ = message.method() == http::verb::head;
  auto headers = headers_of(message);
  auto from = remote(headers);
  Request request{std::string(view(message.method_string())), std::string(view(message.target())),
                  std::move(headers), std::move(message.body()), std::move(from)};
  parser_.reset();
  shared_.answering.insert(shared_from_this());
  shared_.handler(std::move(request), reply());
}

Reply Session::reply() {
  return [weak = weak_from_this(), executor = stream_.get_executor()](Response response) {
    // Answers come from other threads; everything of a connection happens on the io thread.
    net::post(executor, [weak, response = std::move(response)]() mutable {
      if (const auto self = weak.lock()) self->answer(std::move(response));
    });
  };
}

void Session::refuse_for(Error error) {
  using Refusal = Routes::Refusal;
  if (error == http::error::header_limit || error == http::error::buffer_overflow)
    return refuse(Refusal::HeaderTooLarge);
  if (error == http::error::body_limit) return refuse(Refusal::BodyTooLarge);
  const bool nothing_came = buffer_.size() == 0 && (!parser_ || !parser_->got_some());
  if (error == http::error::end_of_stream || error == http::error::partial_message || nothing_came)
    return stream_.close();  // the other side has gone, or never said anything
  if (error == beast::error::timeout) return refuse(Refusal::TooSlow);
  if (error.category() == http::make_error_code(http::error::bad_method).category())
    return refuse(Refusal::Malformed);
  stream_.close();
}

void Session::refuse(Routes::Refusal refusal) {
  keep_alive_ = false;
  answer(shared_.refuse(refusal));
}

void Session::answer(Response response) {
  shared_.answering.erase(shared_from_this());
  if (shared_.stopping) keep_alive_ = false;
  if (auto* text = std::get_if<std::string>(&response.body)) {
    auto whole = head_of(response, text->size(), keep_alive_);
    if (!head_only_ && response.status != 304) whole += *text;
    return send(std::move(whole));
  }
  const auto& slice = std::get<FileSlice>(response.body);
  if (!head_only_) {
    file_ = std::ifstream(slice.file, std::ios::binary);
    file_.seekg(static_cast<std::streamoff>(slice.offset));
    if (!file_.good()) return refuse(Routes::Refusal::TooBusy);
    left_ = slice.length;
  }
  send(head_of(response, slice.length, keep_alive_));
}

void Session::send(std::string text) {
  outgoing_ = std::move(text);
  stream_.expires_after(shared_.limits.piece);
  net::async_write(stream_, net::buffer(outgoing_),
                   [self = shared_from_this()](Error error, std::size_t) { self->on_sent(error); });
}

void Session::on_sent(Error error) {
  if (error) return stream_.close();
  if (left_ == 0) return after_answer();
  std::string piece(std::min<std::uint64_t>(left_, piece_bytes), '\0');
  file_.read(piece.data(), static_cast<std::streamsize>(piece.size()));
  // Cut short on our side: closing is the only way left to say that the length was wrong.
  if (static_cast<std::size_t>(file_.gcount()) != piece.size()) return stream_.close();
  left_ -= piece.size();
  send(std::move(piece));
}

void Session::after_answer() {
  file_ = {};
  outgoing_ = {};
  if (keep_alive_) return read_header();
  linger();
}

// Closing with unread bytes in the socket would reset the connection, and the client might never read why.
void Session::linger() {
  Error ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  to_discard_ = most_discarded;
  stream_.expires_after(lingering);
  discard();
}

void Session::discard() {
  buffer_.clear();
  stream_.async_read_some(buffer_.prepare(4096), [self = shared_from_this()](Error error, std::size_t bytes) {
    if (error || bytes > self->to_discard_) return self->stream_.close();
    self->to_discard_ -= bytes;
    self->discard();
  });
}

// Behind a proxy on this machine the proxy knows who asks; from elsewhere the header is anybody's word.
std::string Session::remote(const base::Headers& headers) const {
  const auto forwarded = base::header(headers, "x-forwarded-for");
  if (!peer_.is_loopback() || forwarded.empty()) return peer_.to_string();
  auto last = forwarded.substr(forwarded.rfind(',') + 1);
  while (last.starts_with(' ')) last.remove_prefix(1);
  Error error;
  const auto named = net::ip::make_address(std::string(last), error);
  return (error ? peer_ : named).to_string();
}

}  // namespace wv::central
